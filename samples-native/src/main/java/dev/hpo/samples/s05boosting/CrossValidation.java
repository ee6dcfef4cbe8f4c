// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s05boosting;

import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** A model for each fold, grown side by side, so that one curve of losses by round stands for all of them. */
final class CrossValidation implements AutoCloseable {
    private final List<Fold> folds;
    private final List<BoostedTrees> models = new ArrayList<>();

    CrossValidation(List<Fold> folds, BoostingConfig config, long seed) throws XGBoostError {
        this.folds = folds;
        for (Fold fold : folds) {
            models.add(BoostedTrees.plant(fold.train(), config, seed));
        }
    }

    void growOneRound() throws XGBoostError {
        for (BoostedTrees model : models) {
            model.growOneRound();
        }
    }

    /** Returns the mean of the models' losses, each on the digits that it has not learned from. */
    double loss() throws XGBoostError {
        double sum = 0;
        for (int fold = 0; fold < folds.size(); fold++) {
            sum += models.get(fold).loss(folds.get(fold).validation());
        }
        return sum / folds.size();
    }

    @Override
    public void close() {
        models.forEach(BoostedTrees::close);
    }
}
