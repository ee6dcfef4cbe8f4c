// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.pruner.Verdict;
import dev.hpo.trial.Of;
import dev.hpo.trial.TrialRecord;

/** Stored trials run once more: the same configuration and seed, no pruner, and nothing kept. */
final class Replay {

    /** What the trials of replays belong to instead of a study. */
    static final Object HOME = new Object();

    private Replay() {}

    static Trial of(TrialRecord stored, Stopwatch time, Of of) {
        return new Trial(stored.start(), time, trial -> Verdict.KEEP, of, HOME);
    }
}
