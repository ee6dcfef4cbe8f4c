// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.trial.Aim;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.ToIntBiFunction;

/**
 * What trials had at steps, remembered, so that a verdict need not look it up anew in each of a thousand curves. It decides how long an
 * answer takes, never what it is. Safe for use by several threads.
 */
final class Columns {

    /** So many numbers are remembered at most, with 8 bytes each. */
    private static final int ROOM = 1 << 20;

    private final ToIntBiFunction<TrialRecord, Long> reading;
    private final Map<Place, PerTrial> bySteps = new HashMap<>();
    private int used;

    /**
     * Creates columns.
     *
     * @param reading with how many of its reports a trial counts at a step; 0 for one that does not count there
     */
    Columns(ToIntBiFunction<TrialRecord, Long> reading) {
        this.reading = reading;
    }

    /**
     * Returns the losses that trials had at a step, in any order.
     *
     * @param others which trials are asked about, by their numbers; of those that go on with one another, the last stands for all
     */
    double[] losses(long step, History history, StudyFacts facts, IntPredicate others) {
        double[] values = values(step, history, facts.aim());
        double[] losses = new double[values.length];
        int count = 0;
        for (int number = 0; number < values.length; number++) {
            if (!Double.isNaN(values[number]) && others.test(number)) {
                losses[count++] = Losses.of(values[number], facts.direction());
            }
        }
        return Arrays.copyOf(losses, count);
    }

    static boolean isComplete(TrialRecord trial) {
        return trial.state() == TrialState.COMPLETE;
    }

    /**
     * Returns a value for each trial, by their numbers: NaN for those that do not count, and for those that another one goes on with, infinite for those whose
     * value is not finite.
     */
    synchronized double[] values(long step, History history, Aim aim) {
        PerTrial column = bySteps.computeIfAbsent(new Place(step, aim), any -> new PerTrial());
        int before = column.room();
        double[] values =
                column.of(history, trial -> history.isContinued(trial.number()) ? Double.NaN : value(trial, step, aim));
        used += column.room() - before;
        if (used > ROOM) {
            bySteps.clear();
            used = 0;
        }
        return values;
    }

    private double value(TrialRecord trial, long step, Aim aim) {
        OptionalDouble value = aim.value(trial.progress(), reading.applyAsInt(trial, step));
        if (value.isEmpty()) {
            return Double.NaN;
        }
        return Double.isFinite(value.getAsDouble()) ? value.getAsDouble() : Double.POSITIVE_INFINITY;
    }

    private record Place(long step, Aim aim) {}
}
