// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * The runs of a confirmation.
 *
 * @param history the runs so far
 * @param direction which values are better
 */
record Runs(History history, Direction direction) {

    /** Returns those with certain notes. */
    List<TrialRecord> with(Predicate<Map<String, String>> notes) {
        return history.trials().stream()
                .filter(trial -> notes.test(trial.start().origin().notes()))
                .toList();
    }

    /** Returns the values of those that are complete. */
    List<Double> values(Predicate<Map<String, String>> notes) {
        return with(notes).stream()
                .map(TrialRecord::value)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
    }

    /** Returns the losses of those that have ended, positive infinity for one that has failed. */
    List<Double> losses(Predicate<Map<String, String>> notes) {
        return with(notes).stream()
                .filter(trial -> trial.state().isFinished())
                .map(trial -> trial.value().isPresent()
                        ? direction.asLoss(trial.value().getAsDouble())
                        : Double.POSITIVE_INFINITY)
                .toList();
    }
}
