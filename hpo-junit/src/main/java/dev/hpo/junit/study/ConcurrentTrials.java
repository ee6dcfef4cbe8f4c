// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.invocation.Pace;
import dev.hpo.junit.invocation.TrialInvocation;
import dev.hpo.junit.invocation.TrialSource;
import dev.hpo.space.Space;
import dev.hpo.study.Suggestion;
import dev.hpo.study.Trial;
import dev.hpo.trial.Outcome;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Trials that run at once, and the brake on the invocations that are made for them.
 *
 * <p>An invocation gets its trial when it is executed, so one that is made early costs memory only; but if JUnit made all of
 * them at once, a study that ends early would leave many to be skipped. So no more are made than can run, plus one.
 *
 * <p>The thread that makes them may be one that JUnit needs to run them. So it waits only while one of them is running, which
 * will end; if none begins within a moment there may be no thread left for it, and the brake is released until one does.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class ConcurrentTrials implements TrialSource, Pace {

    private static final long MOMENT_MILLIS = 250;

    private final StudyTrials trials;
    private final int budget;
    private final int bound;
    private int open;
    private int running;
    private boolean isReleased;

    /**
     * Creates a brake.
     *
     * @param trials where trials come from
     * @param budget how many invocations there are at most
     * @param atOnce how many can run at once
     */
    public ConcurrentTrials(StudyTrials trials, int budget, int atOnce) {
        this.trials = trials;
        this.budget = budget;
        this.bound = atOnce + 1;
    }

    @Override
    public boolean admits(TrialInvocation candidate, int made) {
        if (made >= budget) {
            return false;
        }
        try {
            ForkJoinPool.managedBlock(new Brake());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RejectedExecutionException e) {
            // The pool may not replace the thread that would wait.
            release();
        }
        return admit();
    }

    private synchronized boolean admit() {
        boolean isOver = trials.endReason().isPresent();
        open += isOver ? 0 : 1;
        return !isOver;
    }

    private synchronized void release() {
        isReleased = true;
    }

    @Override
    public boolean isNamed() {
        return false;
    }

    @Override
    public Space<?> space() {
        return trials.space();
    }

    @Override
    public Optional<? extends Suggestion<?>> next(int invocation) {
        if (trials.endReason().isPresent()) {
            return Optional.empty();
        }
        try {
            Optional<? extends Suggestion<?>> next = trials.next(invocation);
            if (next.isPresent()) {
                began();
            }
            return next;
        } catch (RuntimeException e) {
            // It would fail every invocation from now on; the end of the study fails once.
            trials.keep(e);
            return Optional.empty();
        }
    }

    private synchronized void began() {
        running++;
        isReleased = false;
        notifyAll();
    }

    @Override
    public Optional<String> endReason() {
        return trials.endReason();
    }

    @Override
    public Outcome outlook(Trial trial, Optional<Throwable> cause) {
        return trials.outlook(trial, cause);
    }

    @Override
    public void ended(Trial trial, Optional<Throwable> cause) {
        try {
            trials.ended(trial, cause);
        } finally {
            freed();
        }
    }

    private synchronized void freed() {
        running--;
        open--;
        notifyAll();
    }

    @Override
    public void abandoned(Trial trial, String reason) {
        trials.abandoned(trial, reason);
    }

    @Override
    public void skipped() {
        trials.skipped();
        synchronized (this) {
            open--;
            notifyAll();
        }
    }

    @Override
    public boolean isStrict() {
        return trials.isStrict();
    }

    /** The wait, in the form in which a fork-join pool can replace the waiting thread. */
    private final class Brake implements ForkJoinPool.ManagedBlocker {

        @Override
        public boolean isReleasable() {
            synchronized (ConcurrentTrials.this) {
                return open < bound || isReleased;
            }
        }

        @Override
        public boolean block() throws InterruptedException {
            synchronized (ConcurrentTrials.this) {
                if (isReleasable()) {
                    return true;
                }
                if (running > 0) {
                    ConcurrentTrials.this.wait();
                } else {
                    awaitBeginning();
                }
                return isReleasable();
            }
        }

        private void awaitBeginning() throws InterruptedException {
            int before = open;
            long end = System.nanoTime() + MOMENT_MILLIS * 1_000_000;
            long left = MOMENT_MILLIS;
            while (running == 0 && open == before && left > 0) {
                ConcurrentTrials.this.wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
            isReleased |= running == 0 && open == before;
        }
    }
}
