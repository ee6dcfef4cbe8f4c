// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The state of a study that its threads share, behind one lock.
 *
 * <p>Only its own few lines run under the lock: no sampler, no pruner, no storage, nothing of the user's. Trials get their
 * numbers one after the other, so whoever asks takes the turn first, and keeps it while it waits for other trials and while
 * the sampler thinks; reports and ends of other trials go on meanwhile. A turn that waits needs only trials that have begun
 * before it, none of which needs a turn in order to end: nobody waits for one another.
 */
final class Ledger {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final NavigableMap<Integer, Running> running = new TreeMap<>();
    private final Improvement improvement;
    private History history = History.empty();
    private Optional<String> endReason = Optional.empty();
    private Optional<StudyException> fault = Optional.empty();
    private boolean turnTaken;

    Ledger(Direction direction) {
        this.improvement = new Improvement(direction);
    }

    History history() {
        return locked(() -> history);
    }

    /** Returns how many trials have ended since the best one did, in the order of their ends. */
    int trialsSinceBest() {
        return locked(improvement::trialsSince);
    }

    Optional<String> endReason() {
        return locked(() -> endReason);
    }

    List<Trial> running() {
        return locked(() -> running.values().stream().map(Running::trial).toList());
    }

    /** Waits until nobody else asks. */
    void takeTurn() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (turnTaken) {
                changed.await();
            }
            turnTaken = true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nobody else asks, interrupted or not. */
    void insistOnTurn() {
        locked(() -> {
            while (turnTaken) {
                changed.awaitUninterruptibly();
            }
            turnTaken = true;
            return turnTaken;
        });
    }

    void giveTurn() {
        locked(() -> {
            turnTaken = false;
            changed.signalAll();
            return turnTaken;
        });
    }

    /**
     * Waits until all trials up to a number have ended, or the study has.
     *
     * @throws IllegalStateException if this very thread runs one of them
     */
    void awaitTrials(int last) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (endReason.isEmpty() && !running.headMap(last, true).isEmpty()) {
                running.headMap(last, true).values().stream()
                        .filter(Running::isOfThisThread)
                        .findFirst()
                        .ifPresent(Ledger::refuse);
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a trial has ended that runs in a history, or the study has.
     *
     * @return whether there was a trial to wait for
     * @throws IllegalStateException if this very thread runs all of them
     */
    boolean awaitAnyTrial(History before) throws InterruptedException {
        int stillRunning = before.count(TrialState.RUNNING);
        lock.lockInterruptibly();
        try {
            while (endReason.isEmpty() && stillRunning > 0 && running.size() == stillRunning) {
                if (running.values().stream().allMatch(Running::isOfThisThread)) {
                    refuse(running.firstEntry().getValue());
                }
                changed.await();
            }
            return stillRunning > 0;
        } finally {
            lock.unlock();
        }
    }

    /** Adds a trial that begins; the caller has the turn. */
    void begin(Trial trial) {
        locked(() -> {
            history = history.with(trial.record());
            return running.put(trial.number(), new Running(trial, Thread.currentThread()));
        });
    }

    /** Adds a trial that was never run; the caller has the turn. */
    void reject(TrialRecord trial) {
        locked(() -> {
            history = history.with(trial);
            return history;
        });
    }

    /** Shows what a running trial has reported, and returns the history; a trial that has ended stays as it is. */
    History publish(Trial trial) {
        return locked(() -> {
            if (running.containsKey(trial.number())) {
                history = history.with(trial.record());
            }
            return history;
        });
    }

    /** Makes the end of a trial known. */
    void finish(TrialRecord trial) {
        locked(() -> {
            running.remove(trial.number());
            history = history.with(trial);
            improvement.add(trial);
            changed.signalAll();
            return history;
        });
    }

    /** Ends the study, unless it has ended. */
    void end(String reason) {
        locked(() -> {
            endReason = Optional.of(endReason.orElse(reason));
            changed.signalAll();
            return endReason;
        });
    }

    /** Ends the study with a fault, which every later ask throws as well. */
    StudyException fail(StudyException found) {
        end(String.valueOf(found.getMessage()));
        return locked(() -> {
            fault = Optional.of(fault.orElse(found));
            return found;
        });
    }

    void requireSound() {
        Optional<StudyException> found = locked(() -> fault);
        if (found.isPresent()) {
            throw found.get();
        }
    }

    private <V> V locked(Supplier<V> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private static void refuse(Running own) {
        throw new IllegalStateException("the thread that asks (" + own.thread.getName() + ") must not run trial "
                + own.trial.number() + ", since it would wait for itself; tell that trial first");
    }

    private record Running(Trial trial, Thread thread) {

        boolean isOfThisThread() {
            return thread == Thread.currentThread();
        }
    }
}
