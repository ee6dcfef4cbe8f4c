// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s07racing;

import static dev.hpo.trial.Of.MEAN;

import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.PruneWith;
import dev.hpo.junit.TuningTest;
import dev.hpo.pruner.RacingPruner;
import dev.hpo.samples.s02digits.Digits;
import dev.hpo.study.Trial;
import java.util.List;

/** Tunes nearest neighbours by cross-validation with ten folds; who is clearly behind the best so far leaves the race at the sixth. */
class RacingTuning {
    private static final List<Fold> FOLDS = Fold.of(Digits.load().validation(), 10);

    // tag::tuning[]
    @TuningTest(trials = 40)
    @Minimize(value = "mean loss of ten folds", of = MEAN)
    @PruneWith(RacingPruner.class)
    @ExpectBest(atMost = 0.2)
    void tune(NeighboursConfig config, Trial trial) {
        for (int fold = 1; fold <= FOLDS.size(); fold++) {
            Fold split = FOLDS.get(fold - 1);
            trial.fold(fold, new Neighbours(config, split.known()).loss(split.others()));
        }
    }
    // end::tuning[]
}
