// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.invocation.Pace;
import dev.hpo.junit.invocation.TrialInvocation;
import dev.hpo.junit.invocation.TrialSource;
import dev.hpo.space.Space;
import dev.hpo.study.SelfWaitException;
import dev.hpo.study.Suggestion;
import dev.hpo.study.Trial;
import dev.hpo.trial.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Trials that run at once, and the brake on the invocations that are made for them.
 *
 * <p>An invocation gets its trial when it is executed, so one that is made early costs memory only; but if JUnit made all of
 * them at once, a study that ends early would leave many to be skipped. So no more are made than can run, plus one, and none before the trials
 * have ended for which its own has to wait: a thread of a fork-join pool whose trial waits for tasks of its own, as a parallel stream does, may run
 * another invocation meanwhile, and that one must not wait for the trial below it. Where it would nevertheless, as the sampler waits, it gets
 * none, and another is made when a trial has ended. So it is with one that comes when only runs that confirm are left, which begin when all trials of the search have ended.
 *
 * <p>The thread that makes them may be one that JUnit needs to run them. A fork-join pool replaces it while it waits, and a worker gives up its {@link WorkerLease}. Where neither can be,
 * nothing may ever begin; so if no trial of any study runs for a moment, some more invocations are made, and more each time, until one begins.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class ConcurrentTrials implements TrialSource, Pace {

    private static final long MOMENT_MILLIS = 250;

    /** How many moments trials of other studies may keep this one from beginning: a minute. */
    private static final int PATIENCE = 240;

    /** The same once all invocations are made: they may need this thread, and that one of them is refused is rare. */
    private static final int LAST_PATIENCE = 8;

    private final StudyTrials trials;
    private final int budget;
    private final int bound;
    private int limit;
    private int open;
    private int running;

    /** How many threads ask the search for a trial. */
    private int asking;

    /** How many trials of the search run. */
    private int searching;

    /** The threads that run a trial, each once for each. */
    private final List<Thread> busy = new ArrayList<>();

    /** The threads that would have waited for themselves, until the invocation has ended with which they would have. */
    private final Set<Thread> hindered = ConcurrentHashMap.newKeySet();

    /** Whether more invocations are left than the brake lets be made, of those that were made as nothing would begin else. */
    private boolean isAhead;

    private int begun;
    private int refused;
    private int heldBack;
    private int idleMoments;

    /**
     * Creates a brake.
     *
     * @param trials where trials come from
     * @param atOnce how many can run at once
     */
    public ConcurrentTrials(StudyTrials trials, int atOnce) {
        this.trials = trials;
        this.budget = trials.retesting().budget();
        this.bound = atOnce + 1;
        this.limit = bound;
    }

    @Override
    public boolean admits(TrialInvocation candidate, int made) {
        if (isEnough(made) && trials.following().study().isEmpty()) {
            // One of them may be refused yet.
            await(new Brake(() -> open == begun || limit > bound, LAST_PATIENCE));
        }
        if (isEnough(made)) {
            return admitsMore(made);
        }
        // Where nothing begins, more are made whatever they have to wait for.
        await(new Brake(() -> open < limit && (limit > bound || isReady()), PATIENCE));
        return admit();
    }

    private synchronized boolean isEnough(int made) {
        return made >= budget + refused && !trials.isOpenEnded();
    }

    /** All invocations for trials are made: those that are left are for runs that confirm, the first of them when all trials have ended. */
    private boolean admitsMore(int made) {
        Brake brake = new Brake(() -> limit > bound || (open < limit && isReady()), PATIENCE);
        Optional<Boolean> decision = trials.following().most() == 0 ? Optional.of(false) : Optional.empty();
        while (decision.isEmpty()) {
            await(brake);
            decision = decide(brake, made);
        }
        return decision.get();
    }

    /** What was waited for may be gone again, as when a thread has come for what was made before: then there is no decision yet. */
    private synchronized Optional<Boolean> decide(Brake brake, int made) {
        boolean isUseful = limit > bound || trials.isToBeFollowed();
        return brake.isReleasable() ? Optional.of(isUseful && !isMuch(made) && admit()) : Optional.empty();
    }

    /**
     * As many again may be needed for those that are interrupted, and no more, should something skip them all. Half as many, where they are made before it is known how many are: the
     * others are skipped.
     */
    private boolean isMuch(int made) {
        long most = trials.following().most();
        return made >= budget + refused + most + (limit > bound ? most / 2 : most);
    }

    /** Whether an invocation that is made now has something to run. The first one opens the study: before that, nobody knows what is left of it. */
    private boolean isReady() {
        if (trials.opened().isEmpty() && trials.retesting().isOver()) {
            return open == 0;
        }
        if (trials.following().study().isPresent()) {
            return trials.following().isReady(open - begun, running);
        }
        return trials.isSearchUsedUp(open - begun, running) ? open == 0 : trials.isReady(open - begun);
    }

    private void await(Brake brake) {
        try {
            Waiting.pause(brake);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            trials.interrupted();
        } catch (RejectedExecutionException e) {
            // The pool may not replace the thread that would wait.
            synchronized (this) {
                limit = Integer.MAX_VALUE;
            }
        }
    }

    private synchronized boolean admit() {
        boolean isOver = trials.endReason().isPresent();
        open += isOver ? 0 : 1;
        isAhead = limit > bound || (isAhead && open > bound);
        return !isOver;
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
        began();
        Optional<? extends Suggestion<?>> next = Optional.empty();
        try {
            next = begin(invocation);
        } catch (SelfWaitException e) {
            hindered.add(Thread.currentThread());
            refuse();
        } catch (RuntimeException e) {
            // It would fail every invocation from now on; the end of the study fails once.
            trials.keep(e);
        } catch (Error e) {
            trials.keep(new IllegalStateException("the study cannot go on: " + e, e));
        } finally {
            if (next.isPresent()) {
                synchronized (this) {
                    begun++;
                    busy.add(Thread.currentThread());
                    notifyAll();
                }
            } else {
                stopped();
            }
        }
        return next;
    }

    /** A thread is there: the sampler may think for long before its trial begins. */
    private synchronized void began() {
        Activity.began();
        running++;
        limit = bound;
        idleMoments = 0;
        notifyAll();
    }

    /** A trial of the search that was interrupted is begun again, though the search had ended before. */
    private Optional<Suggestion<Object>> begin(int invocation) {
        Optional<Suggestion<Object>> next;
        do {
            next = search(invocation);
            if (next.isEmpty() && isSearched()) {
                next = trials.follow(invocation);
            }
        } while (next.isEmpty()
                && trials.searchEnd().isEmpty()
                && trials.endReason().isEmpty());
        return next;
    }

    /** A search that has ended begins nothing: whoever asks it still is not counted. */
    private Optional<Suggestion<Object>> search(int invocation) {
        int counted = trials.searchEnd().isPresent() ? 0 : 1;
        Optional<Suggestion<Object>> next = Optional.empty();
        asking(counted, 0);
        try {
            next = trials.search(invocation);
            return next;
        } finally {
            asking(-counted, next.isPresent() ? 1 : 0);
        }
    }

    private synchronized void asking(int more, int moreTrials) {
        asking += more;
        searching += moreTrials;
        notifyAll();
    }

    /**
     * Returns whether all trials of the search have ended, which has nothing more to begin. If not, this invocation is refused; but where invocations were made ahead, it waits
     * first, unless it is for a trial that this very thread runs. Who asks the search is waited for, as that takes no time any more.
     */
    private boolean isSearched() {
        Thread asker = Thread.currentThread();
        Brake brake = new Brake(
                () -> asking == 0 && (searching == 0 || !isAhead || busy.contains(asker) || !trials.isToBeFollowed()),
                PATIENCE);
        try {
            Waiting.insist(brake);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            trials.interrupted();
        }
        return isTold();
    }

    /** Decides under the lock under which the last trial is told: whoever is refused is so before it. */
    private synchronized boolean isTold() {
        if (searching > 0) {
            refuse();
        }
        return searching == 0;
    }

    /** The invocation is as good as open until a trial has ended: before that, another one would most likely be refused too. */
    private synchronized void refuse() {
        refused++;
        heldBack++;
        open++;
    }

    private synchronized void stopped() {
        Activity.ended();
        running--;
        notifyAll();
    }

    /** What confirms the search begins when its last trials have ended, and not with an invocation that was made for one more. */
    @Override
    public Optional<String> endReason() {
        boolean isHindered = hindered.contains(Thread.currentThread());
        return trials.endReason().or(() -> trials.searchEnd().filter(reason -> !isHindered));
    }

    @Override
    public Outcome outlook(Trial trial, Optional<Throwable> cause) {
        return trials.outlook(trial, cause);
    }

    @Override
    public void ended(Trial trial, Optional<Throwable> cause) {
        boolean isOfSearch = trials.following().home(trial).isEmpty();
        try {
            trials.ended(trial, cause);
        } finally {
            freedByTrial(isOfSearch);
        }
    }

    /** At once: nobody is to see that nothing runs before what was run is off the count. */
    private synchronized void freedByTrial(boolean isOfSearch) {
        stopped();
        begun--;
        searching -= isOfSearch ? 1 : 0;
        busy.remove(Thread.currentThread());
        open -= heldBack;
        heldBack = 0;
        freed();
    }

    private synchronized void freed() {
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
        hindered.remove(Thread.currentThread());
        freed();
    }

    @Override
    public void cancelled() {
        trials.cancelled();
        synchronized (this) {
            notifyAll();
        }
    }

    @Override
    public boolean endsWithMistakes() {
        return trials.endsWithMistakes();
    }

    @Override
    public boolean isStrict(Trial trial) {
        return trials.isStrict(trial);
    }

    @Override
    public String place(Trial trial) {
        return trials.place(trial);
    }

    /** The wait, in the form in which a fork-join pool can replace the waiting thread. */
    private final class Brake implements ForkJoinPool.ManagedBlocker {

        private final BooleanSupplier isMet;
        private final int patience;

        private Brake(BooleanSupplier isMet, int patience) {
            this.isMet = isMet;
            this.patience = patience;
        }

        @Override
        public boolean isReleasable() {
            synchronized (ConcurrentTrials.this) {
                return isMet.getAsBoolean() || trials.endReason().isPresent();
            }
        }

        @Override
        public boolean block() throws InterruptedException {
            synchronized (ConcurrentTrials.this) {
                int before = open;
                long end = System.nanoTime() + MOMENT_MILLIS * 1_000_000;
                long left = MOMENT_MILLIS;
                while (!isReleasable() && left > 0) {
                    ConcurrentTrials.this.wait(left);
                    left = (end - System.nanoTime()) / 1_000_000;
                }
                if (left <= 0 && running == 0 && open == before) {
                    idle();
                }
                return isReleasable();
            }
        }

        private void idle() {
            idleMoments++;
            if (idleMoments >= (Activity.isAny() ? patience : 1)) {
                idleMoments = 0;
                limit = (int) Math.min(2L * limit, Integer.MAX_VALUE);
            }
        }
    }
}
