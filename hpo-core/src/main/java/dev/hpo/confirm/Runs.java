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

    /** Returns those with certain notes, but for those whose ends say nothing of their configurations, which are run again. */
    List<TrialRecord> telling(Predicate<Map<String, String>> notes) {
        return history.trials().stream()
                .filter(trial ->
                        !trial.isSilent() && notes.test(trial.start().origin().notes()))
                .toList();
    }

    /** Returns the values of those that are complete. */
    List<Double> values(Predicate<Map<String, String>> notes) {
        return telling(notes).stream()
                .map(TrialRecord::value)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
    }

    /** Returns how many have ended without a value. */
    int failures(Predicate<Map<String, String>> notes) {
        return (int)
                losses(notes).stream().filter(loss -> !Double.isFinite(loss)).count();
    }

    /** Returns the losses of those that have ended, positive infinity for one that has failed. */
    List<Double> losses(Predicate<Map<String, String>> notes) {
        return telling(notes).stream()
                .filter(trial -> trial.state().isFinished())
                .map(trial -> trial.value().isPresent()
                        ? direction.asLoss(trial.value().getAsDouble())
                        : Double.POSITIVE_INFINITY)
                .toList();
    }
}
