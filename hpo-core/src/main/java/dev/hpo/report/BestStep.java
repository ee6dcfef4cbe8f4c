// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.trial.Aim;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Of;
import dev.hpo.trial.TrialRecord;
import java.util.Optional;

/** The step at which a trial was at its best: how long to train, where the best intermediate value is that of the trial. */
final class BestStep {

    private BestStep() {}

    /** Returns the first of the best intermediate values; empty if there is none that is finite, or if steps are folds, none of which counts more. */
    static Optional<Observation> of(TrialRecord trial, Aim aim) {
        if (aim.of() == Of.MEAN) {
            return Optional.empty();
        }
        return trial.observations().stream()
                .filter(observation -> Double.isFinite(observation.value()))
                .reduce((best, next) -> aim.direction().isBetter(next.value(), best.value()) ? next : best);
    }
}
