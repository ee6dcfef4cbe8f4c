// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s05boosting;

import dev.hpo.samples.s02digits.Digits;
import java.nio.file.Path;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trees that tell digits apart, grown by XGBoost: in each round one for each digit, which mends what those before it get wrong. */
public final class BoostedTrees implements AutoCloseable {
    private static final String BEST_ITERATION = "best_iteration";

    private final DMatrix train;
    private final Booster booster;
    private int rounds;

    private BoostedTrees(DMatrix train, Booster booster) {
        this.train = train;
        this.booster = booster;
    }

    /** Returns a model without any trees yet; which rows and columns its trees will see depends on {@code seed} alone. */
    public static BoostedTrees plant(DMatrix train, BoostingConfig config, long seed) throws XGBoostError {
        Map<String, Object> parameters = Map.ofEntries(
                Map.entry("objective", "multi:softprob"),
                Map.entry("num_class", Digits.CLASSES),
                // More threads do not pay for so few rows, and several trials may run at once.
                Map.entry("nthread", 1),
                Map.entry("seed", (int) seed & Integer.MAX_VALUE),
                Map.entry("eta", config.eta()),
                Map.entry("max_depth", config.maxDepth()),
                Map.entry("min_child_weight", config.minChildWeight()),
                Map.entry("subsample", config.subsample()),
                Map.entry("colsample_bytree", config.colsampleBytree()),
                Map.entry("lambda", config.lambda()));
        return new BoostedTrees(train, XGBoost.train(train, parameters, 0, Map.of(), null, null));
    }

    /** Grows a tree for each digit. */
    public void growOneRound() throws XGBoostError {
        booster.update(train, rounds);
        rounds++;
    }

    /** Returns the mean cross-entropy in nats. */
    public double loss(DMatrix digits) throws XGBoostError {
        return loss(booster, digits, rounds);
    }

    /** Returns the mean cross-entropy in nats of the trees of the first rounds. */
    public static double loss(Booster booster, DMatrix digits, int rounds) throws XGBoostError {
        float[][] probabilities = booster.predict(digits, false, rounds);
        float[] labels = digits.getLabel();
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            sum -= Math.log(probabilities[row][(int) labels[row]]);
        }
        return sum / labels.length;
    }

    /** Saves the model with the number of its best round, under the name that XGBoost has for it: {@code best_iteration}, which counts from 0. */
    public void save(Path file, int first) throws XGBoostError {
        booster.setAttr(BEST_ITERATION, String.valueOf(first - 1));
        booster.saveModel(file.toString());
    }

    /** Returns how many rounds of a saved model count. */
    public static int rounds(Booster booster) throws XGBoostError {
        return 1 + Integer.parseInt(booster.getAttr(BEST_ITERATION));
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
