// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Repeated;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * The runs of a confirmation.
 *
 * @param history the runs so far
 * @param direction which values are better
 */
record Runs(History history, Direction direction) {

    /** Returns those that repeat something certain, but for those whose ends say nothing of their configurations, which are run again. */
    List<TrialRecord> telling(Predicate<Repeated> wanted) {
        return history.trials().stream()
                .filter(trial ->
                        !trial.isSilent() && Repeated.of(trial).filter(wanted).isPresent())
                .toList();
    }

    /** Returns the values of those that are complete. */
    List<Double> values(Predicate<Repeated> wanted) {
        return telling(wanted).stream()
                .map(TrialRecord::value)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
    }

    /** Returns how many have ended without a value. */
    int failures(Predicate<Repeated> wanted) {
        return (int)
                losses(wanted).stream().filter(loss -> !Double.isFinite(loss)).count();
    }

    /** Returns the losses of those that have ended, positive infinity for one that has failed. */
    List<Double> losses(Predicate<Repeated> wanted) {
        return telling(wanted).stream()
                .filter(trial -> trial.state().isFinished())
                .map(trial -> trial.value().isPresent()
                        ? direction.asLoss(trial.value().getAsDouble())
                        : Double.POSITIVE_INFINITY)
                .toList();
    }
}
