// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.trial.Observation;
import java.util.List;

/**
 * At which reports a trial is judged: at the first in each interval of steps.
 *
 * @param warmupSteps before this step there is no verdict; the first interval begins there
 * @param interval how many steps an interval has
 */
record Schedule(long warmupSteps, long interval) {

    Schedule {
        Require.atLeast("warmupSteps", warmupSteps, 0);
        Require.atLeast("interval", interval, 1);
    }

    Schedule withWarmupSteps(long steps) {
        return new Schedule(steps, interval);
    }

    Schedule withInterval(long steps) {
        return new Schedule(warmupSteps, steps);
    }

    /** Returns whether a trial is to be judged at its last report, which is not its first. */
    boolean isDueBeyondTheFirst(List<Observation> own) {
        return own.size() > 1 && isDue(own);
    }

    /** Returns whether a trial is to be judged at its last report. */
    boolean isDue(List<Observation> own) {
        if (own.isEmpty()) {
            return false;
        }
        long step = own.get(own.size() - 1).step();
        if (step < warmupSteps) {
            return false;
        }
        long begin = step - (step - warmupSteps) % interval;
        return own.size() == 1 || own.get(own.size() - 2).step() < begin;
    }

    @Override
    public String toString() {
        return "warm-up " + warmupSteps + ", interval " + interval;
    }
}
