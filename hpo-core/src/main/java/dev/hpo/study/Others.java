// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.storage.RunStore;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialRecord;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What others do in a run that is shared, as {@link Mode#JOINED} says: how their trials stand, and which of them nobody runs any more.
 * Of a run that is not shared there is nothing to say. Safe for use by several threads.
 */
final class Others {

    /** How often is looked for what others have done, while there is nothing to do but to wait for them. */
    static final Duration LOOK = Duration.ofMillis(100);

    /** How often is looked for those that have died; each look asks the operating system. */
    private static final Duration LIFE = Duration.ofSeconds(1);

    private final boolean isShared;
    private final RunStore store;
    private final Ledger ledger;
    private final Deque<TrialKey> lost = new ArrayDeque<>();
    private long lookedAt = System.nanoTime() - LIFE.toNanos();

    Others(Mode mode, RunStore store, Ledger ledger) {
        this.isShared = mode == Mode.JOINED;
        this.store = store;
        this.ledger = ledger;
    }

    /** Returns whether they run trials of it as this study does. */
    boolean shareTheRun() {
        return isShared;
    }

    /**
     * Takes over how their trials stand now. What has changed is handed out once, and is to be taken over in its order.
     *
     * @throws dev.hpo.storage.StorageException if that cannot be read
     */
    synchronized void follow() {
        ledger.follow(store.changes()).forEach(taken -> taken.log().takeOver());
    }

    /**
     * Returns the next trial that nobody runs any more.
     *
     * @throws dev.hpo.storage.StorageException if that cannot be read
     */
    synchronized Optional<TrialRecord> nextAbandoned() {
        if (isShared && lost.isEmpty() && System.nanoTime() - lookedAt >= LIFE.toNanos()) {
            look();
        }
        return Optional.ofNullable(lost.poll()).flatMap(this::stillRunning);
    }

    /**
     * Returns whether there is a trial that nobody runs any more, as it stands now: for whoever will not come again to look.
     *
     * @throws dev.hpo.storage.StorageException if that cannot be read
     */
    synchronized boolean isAnyLost() {
        lost.removeIf(key -> stillRunning(key).isEmpty());
        if (isShared && lost.isEmpty()) {
            look();
        }
        return lost.stream().anyMatch(key -> stillRunning(key).isPresent());
    }

    private void look() {
        lookedAt = System.nanoTime();
        lost.addAll(store.abandoned());
        follow();
    }

    /** What was lost may have been taken over by somebody else meanwhile. */
    private Optional<TrialRecord> stillRunning(TrialKey key) {
        History history = ledger.history();
        return Optional.of(history.trial(key.number()))
                .filter(trial -> trial.key().equals(key) && !trial.state().isFinished());
    }
}
