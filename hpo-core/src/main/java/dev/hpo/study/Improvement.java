// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.Comparator;
import java.util.OptionalDouble;

/** Counts how many trials have ended since the last one with a new best value. */
final class Improvement {

    private final Direction direction;
    private OptionalDouble best = OptionalDouble.empty();
    private int trialsSince;

    Improvement(Direction direction) {
        this.direction = direction;
    }

    /**
     * Counts what has ended before a study goes on: in the order of numbers, as clocks are set; where trials ran at once, in that of their ends, as it was
     * counted then.
     */
    static Improvement of(Direction direction, Mode mode, History before) {
        Improvement improvement = new Improvement(direction);
        boolean isInTurn = mode == Mode.SEQUENTIAL || mode == Mode.ORDERED;
        Comparator<TrialRecord> order = isInTurn
                ? Comparator.comparing(TrialRecord::number)
                : Comparator.comparing(trial -> trial.finishedAt().orElseThrow());
        before.trials().stream()
                .filter(trial -> trial.finishedAt().isPresent())
                .sorted(order)
                .forEach(improvement::add);
        return improvement;
    }

    /**
     * Adds an ended trial. One that never ran, as it was rejected or a later run has taken it, changes nothing; nor does one that goes on with a paused one,
     * which counted when it paused, unless it is the best.
     */
    void add(TrialRecord trial) {
        OptionalDouble value = trial.value();
        if (value.isPresent() && (best.isEmpty() || direction.isBetter(value.getAsDouble(), best.getAsDouble()))) {
            best = value;
            trialsSince = 0;
        } else if (isTried(trial)) {
            trialsSince++;
        }
    }

    /** Returns whether a trial of the budget was run to its end, or to its first pause. */
    static boolean isTried(TrialRecord trial) {
        return trial.state().isFinished() && trial.isCounted();
    }

    int trialsSince() {
        return trialsSince;
    }
}
