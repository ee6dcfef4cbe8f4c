// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.storage.CheckpointStore;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the trials of a study can go on from, and how long it is kept: that of a trial that runs or was interrupted, that of a paused one until a trial
 * that goes on with it has ended, and that of the best one until there is a better. Safe for use by several threads.
 */
final class Checkpoints {

    /** The attribute that says why a trial was tried again from an empty checkpoint. */
    static final String RESTARTED = "hpo.restarted";

    private static final int NONE = -1;

    private final CheckpointStore store;
    private final StudySpec spec;
    private final RunId run;
    /** What was wrong with those that an attempt could not use, by the numbers of the trials. */
    private final Map<Integer, String> spoilt = new ConcurrentHashMap<>();

    private int best;

    /**
     * Creates the checkpoints of a study.
     *
     * @param best its best trial so far, if it goes on
     */
    Checkpoints(StudySpec spec, RunHeader run, Optional<TrialRecord> best) {
        this.spec = spec;
        this.run = run.id();
        this.store = spec.checkpoints()
                .or(() -> spec.storage().checkpoints())
                .map(place -> CheckpointStore.at(place, run))
                .orElseGet(CheckpointStore::temporary);
        this.best = best.map(TrialRecord::number).orElse(NONE);
    }

    CheckpointStore store() {
        return store;
    }

    /** Returns that of an attempt at a trial that begins. */
    Checkpoint of(TrialStart start) {
        return new Checkpoint(store, start, spoilt.containsKey(start.number()));
    }

    /**
     * Returns the record of a further attempt that begins: it has what the one before had reported if it can go on from its checkpoint, and says so if
     * that was of no use.
     */
    TrialRecord again(TrialRecord begun, TrialRecord before) {
        String fault = spoilt.get(begun.number());
        if (fault != null) {
            return begun.with(begun.progress().withAttribute(RESTARTED, fault));
        }
        return begun.isPromotion() || !store.isAny(begun.number())
                ? begun
                : begun.with(before.progress().resume());
    }

    /**
     * Remembers that what an attempt has found was of no use, so that the next one finds nothing.
     *
     * @param fault what was wrong
     */
    void spoil(int trial, String fault) {
        spoilt.put(trial, fault);
    }

    /**
     * Removes what nobody needs any more after a trial has ended, and that is kept.
     *
     * @param bestNow the best trial
     */
    synchronized void ended(TrialRecord trial, Optional<TrialRecord> bestNow) {
        int before = best;
        best = bestNow.map(TrialRecord::number).orElse(NONE);
        trial.start().origin().parent().ifPresent(store::remove);
        if (before != best && before != NONE) {
            store.remove(before);
        }
        if (!trial.isPaused() && trial.number() != best) {
            store.remove(trial.number());
        }
    }

    /** Removes all that does not survive this study; of one that is done, and that nobody else goes on with, all but that of the best trial. */
    synchronized void close(RunEnd end) {
        if (store.isTemporary()) {
            store.removeAllBut(trial -> false);
        } else if (end.kind() == RunEnd.Kind.FINISHED && store.isMade() && isDone()) {
            store.removeAllBut(trial -> trial == best);
        }
    }

    private boolean isDone() {
        return spec.storage().runs(spec.name()).stream()
                .anyMatch(other -> other.id().equals(run)
                        && other.end()
                                .filter(how -> how.kind() == RunEnd.Kind.FINISHED)
                                .isPresent());
    }
}
