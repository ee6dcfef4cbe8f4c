// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialRecord;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The levels at which trainings are compared: fractions of the longest one, each three times the one before, the last of which is its end. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Ladder {

    private static final double FACTOR = 3;

    private final long[] steps;

    private Ladder(long[] steps) {
        this.steps = steps;
    }

    /**
     * Returns the levels of trainings.
     *
     * @param end the last step of a whole training
     * @param below how many levels there are below the end; levels that fall on one step are one
     */
    public static Ladder of(long end, int below) {
        long[] all = new long[below + 1];
        int count = 0;
        for (int level = 0; level <= below; level++) {
            long step = Math.max(1, Math.round(end / Math.pow(FACTOR, below - level)));
            if (count == 0 || all[count - 1] < step) {
                all[count++] = step;
            }
        }
        return new Ladder(Arrays.copyOf(all, count));
    }

    /** Returns how many levels there are, the end among them. */
    int size() {
        return steps.length;
    }

    /** Returns whether a level is the end. */
    public boolean isEnd(int level) {
        return level == top();
    }

    /** Returns the level that is the end. */
    public int top() {
        return steps.length - 1;
    }

    /** Returns the step of a level. */
    public long step(int level) {
        return steps[level];
    }

    /** Returns the level that a trial has come to with its last report, the highest if there are several; empty if it has come to none. */
    public OptionalInt reached(TrialRecord trial) {
        List<Observation> own = trial.observations();
        if (own.isEmpty()) {
            return OptionalInt.empty();
        }
        long last = own.get(own.size() - 1).step();
        long before = own.size() == 1 ? -1 : own.get(own.size() - 2).step();
        int level = Arrays.binarySearch(steps, last);
        int highest = level >= 0 ? level : -level - 2;
        return highest >= 0 && steps[highest] > before ? OptionalInt.of(highest) : OptionalInt.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ladder ladder && Arrays.equals(steps, ladder.steps);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(steps);
    }

    @Override
    public String toString() {
        return "levels " + LongStream.of(steps).boxed().toList();
    }
}
