// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.pruner.Verdict;
import dev.hpo.storage.CheckpointStore;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;

/** Stored trials run once more: the same configuration and seed, no pruner, from an empty checkpoint, and nothing kept. */
final class Replay {

    /** What the trials of replays belong to instead of a study. */
    static final Object HOME = new Object();

    private Replay() {}

    static Trial of(TrialRecord stored, Stopwatch time, StudySpec spec) {
        TrialStart start = stored.start();
        return new Trial(
                new TrialLog(TrialRecord.running(start), time),
                new Checkpoint(CheckpointStore.temporary(), start, true),
                trial -> Verdict.KEEP,
                Trial.Terms.of(spec, stored),
                HOME);
    }
}
