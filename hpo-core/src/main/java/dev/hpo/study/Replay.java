// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.pruner.Verdict;
import dev.hpo.storage.CheckpointStore;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Stored trials run once more: the same configuration and seed, no pruner, from an empty checkpoint unless they set out from a copy of one that is there, and nothing kept. */
final class Replay {

    /** What the trials of replays belong to instead of a study. */
    static final Object HOME = new Object();

    private Replay() {}

    static Trial of(TrialRecord stored, Stopwatch time, StudySpec spec, Optional<Path> saved) {
        TrialStart start = stored.start();
        OptionalInt parent = start.origin().fork();
        CheckpointStore store = CheckpointStore.temporary();
        boolean isAnew = saved.isEmpty() || parent.isEmpty();
        if (!isAnew) {
            place(saved.get(), parent.getAsInt(), store);
        }
        return new Trial(
                new TrialLog(TrialRecord.running(start), time),
                new Checkpoint(store, start, isAnew),
                trial -> Verdict.KEEP,
                Trial.Terms.of(spec, stored),
                HOME);
    }

    private static void place(Path saved, int parent, CheckpointStore store) {
        try {
            store.take(saved, parent);
        } catch (IOException e) {
            store.removeAllBut(kept -> false);
            throw new CheckpointException(
                    "checkpoint of trial " + parent + " (" + saved + ") must be one that can be copied: " + e
                            + "; run the trial again without it",
                    e);
        }
    }
}
