// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s05boosting;

import dev.hpo.samples.s02digits.Digits;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trees that tell digits apart, grown by XGBoost: in each round one for each digit, which mends what those before it get wrong. */
final class BoostedTrees implements AutoCloseable {
    private final DMatrix train;
    private final Booster booster;
    private int rounds;

    private BoostedTrees(DMatrix train, Booster booster) {
        this.train = train;
        this.booster = booster;
    }

    /** Returns a model without any trees yet; which rows and columns its trees will see depends on {@code seed} alone. */
    static BoostedTrees plant(DMatrix train, BoostingConfig config, long seed) throws XGBoostError {
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

    void growOneRound() throws XGBoostError {
        booster.update(train, rounds);
        rounds++;
    }

    /** Returns the mean cross-entropy in nats. */
    double loss(DMatrix digits) throws XGBoostError {
        float[][] probabilities = booster.predict(digits);
        float[] labels = digits.getLabel();
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            sum -= Math.log(probabilities[row][(int) labels[row]]);
        }
        return sum / labels.length;
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
