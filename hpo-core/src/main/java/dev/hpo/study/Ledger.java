// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.storage.RunEnd;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The state of a study that its threads share, behind one lock.
 *
 * <p>Only its own few lines run under the lock: no sampler, no pruner, no storage, nothing of the user's. Trials get their
 * numbers one after the other, so whoever asks takes the turn first, and keeps it while it waits for other trials and while
 * the sampler thinks; reports and ends of other trials go on meanwhile. A turn that waits needs only trials that have begun
 * before it, none of which needs a turn in order to end, unless its own thread asks while it runs it. Such a thread would wait
 * for itself, or for one that waits for it: it is refused.
 */
final class Ledger {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final NavigableMap<Integer, Running> running = new TreeMap<>();
    private final Improvement improvement;
    /** What others have made of trials that have ended here too, until it is known which end counts. */
    private final Map<Integer, TrialRecord> endedElsewhere = new HashMap<>();
    /** Trials that were let go here, and that are to be begun again before anything else. */
    private final Set<Integer> due = new HashSet<>();

    private History history;
    private final Finale finale = new Finale();
    private Optional<StudyException> fault = Optional.empty();
    private final Set<Thread> queue = new HashSet<>();
    private Optional<Need> need = Optional.empty();
    private boolean turnTaken;
    private boolean isAbandoned;

    Ledger(Direction direction) {
        this(direction, Mode.SEQUENTIAL, History.empty());
    }

    /**
     * Creates the state of a study that goes on.
     *
     * @param before its trials so far, of which none runs
     */
    Ledger(Direction direction, Mode mode, History before) {
        this.improvement = Improvement.of(direction, mode, before);
        this.history = before;
    }

    History history() {
        return locked(() -> history);
    }

    /** Returns how many trials have ended since the best one did, in the order of their ends. */
    int trialsSinceBest() {
        return locked(improvement::trialsSince);
    }

    Optional<RunEnd> end() {
        return locked(finale::end);
    }

    Optional<String> endReason() {
        return end().map(RunEnd::reason);
    }

    List<Trial> running() {
        return locked(() -> running.values().stream().map(Running::trial).toList());
    }

    /**
     * Waits until nobody else asks.
     *
     * @throws SelfWaitException if whoever asks waits for a trial of this very thread
     */
    void takeTurn() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            queue.add(Thread.currentThread());
            while (turnTaken) {
                need.filter(this::isHopeless).flatMap(this::ownTrial).ifPresent(Ledger::refuse);
                changed.await();
            }
            turnTaken = true;
        } finally {
            queue.remove(Thread.currentThread());
            lock.unlock();
        }
    }

    /** Waits until nobody else asks, interrupted or not. */
    void insistOnTurn() {
        change(() -> {
            while (turnTaken) {
                changed.awaitUninterruptibly();
            }
            turnTaken = true;
        });
    }

    void giveTurn() {
        change(() -> turnTaken = false);
    }

    /**
     * Waits until all trials up to a number have ended, or the study has; the caller has the turn.
     *
     * @throws SelfWaitException if this very thread runs one of them
     */
    void awaitTrials(int last) throws InterruptedException {
        await(new Need(last, false), () -> running.headMap(last, true).isEmpty(), Optional.empty());
    }

    /**
     * Waits until a trial has ended that runs in a history, if any does, or the study has, or it is time to look whether one has ended elsewhere;
     * the caller has the turn.
     *
     * @param isShared whether others may begin and end trials at any time
     * @throws SelfWaitException if this very thread runs all of them
     */
    void awaitAnyTrial(History before, boolean isShared) throws InterruptedException {
        List<TrialRecord> wanted = before.in(TrialState.RUNNING);
        boolean isAnyElsewhere = isShared || locked(() -> isAnyElsewhere(before.size()));
        await(
                new Need(before.size(), true),
                () -> wanted.isEmpty()
                        || wanted.stream()
                                .anyMatch(trial -> history.trial(trial.number()).state() != TrialState.RUNNING),
                Optional.of(Others.LOOK).filter(look -> isAnyElsewhere));
    }

    private void await(Need wanted, BooleanSupplier isMet, Optional<Duration> atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            need = Optional.of(wanted);
            changed.signalAll();
            long left = atMost.map(Duration::toNanos).orElse(1L);
            while (finale.end().isEmpty() && due.isEmpty() && left > 0 && !isMet.getAsBoolean()) {
                if (isHopeless(wanted)) {
                    ownTrial(wanted).ifPresent(Ledger::refuse);
                }
                if (atMost.isPresent()) {
                    left = changed.awaitNanos(left);
                } else {
                    changed.await();
                }
            }
        } finally {
            need = Optional.empty();
            lock.unlock();
        }
    }

    /** Whether what is needed cannot come, since the threads that run it wait themselves, for this or for the turn. */
    private boolean isHopeless(Need wanted) {
        Stream<Running> trials = needed(wanted);
        return wanted.any
                ? !isAnyElsewhere(wanted.last) && trials.allMatch(this::isStuck)
                : trials.anyMatch(this::isStuck);
    }

    private boolean isAnyElsewhere(int size) {
        return elsewhere().anyMatch(trial -> trial.number() < size);
    }

    private Stream<TrialRecord> elsewhere() {
        return history.count(TrialState.RUNNING) == running.size()
                ? Stream.empty()
                : history.in(TrialState.RUNNING).stream().filter(trial -> !running.containsKey(trial.number()));
    }

    private boolean isStuck(Running trial) {
        return trial.isOfThisThread() || queue.contains(trial.thread());
    }

    private Optional<Running> ownTrial(Need wanted) {
        return needed(wanted).filter(Running::isOfThisThread).findFirst();
    }

    private Stream<Running> needed(Need wanted) {
        return running.headMap(wanted.last, true).values().stream();
    }

    /** Adds a trial that begins; the caller has the turn. */
    void begin(Trial trial) {
        change(() -> {
            history = history.with(trial.record());
            running.put(trial.number(), new Running(trial, Thread.currentThread()));
        });
    }

    /** Returns whether a trial that has begun is the one with a start, and none that others have begun under its number. */
    boolean isOwn(TrialStart start) {
        return locked(() -> start.number() < history.size()
                && history.trial(start.number()).start().equals(start));
    }

    /** Adds a trial that was never run; the caller has the turn. */
    void reject(TrialRecord trial) {
        change(() -> replace(trial));
    }

    /**
     * Shows what a running trial has reported, and returns the history; a trial that has ended stays as it is, though it may
     * not have been {@link #finish finished} yet.
     */
    History publish(Trial trial) {
        return locked(() -> {
            TrialRecord record = trial.record();
            if (running.containsKey(trial.number()) && !record.state().isFinished()) {
                history = history.with(record);
            }
            return history;
        });
    }

    /**
     * Takes over how trials stand that others have begun, ended or taken from here. Of those that run here more is known, unless they ended.
     *
     * @param changed by rising number
     * @return the trials that ran here and were taken from here
     */
    List<Trial> follow(List<TrialRecord> changed) {
        return locked(() -> {
            List<Trial> taken = new ArrayList<>();
            for (TrialRecord trial : changed) {
                Running own = running.get(trial.number());
                if (own == null || own.isOvertakenBy(trial)) {
                    Optional.ofNullable(running.remove(trial.number())).ifPresent(lost -> taken.add(lost.trial()));
                    replace(trial);
                } else if (trial.state().isFinished()) {
                    endedElsewhere.put(trial.number(), trial);
                }
            }
            this.changed.signalAll();
            return taken;
        });
    }

    /** What ends here may be known from the storage already. */
    private void replace(TrialRecord trial) {
        boolean isKnown = trial.number() < history.size()
                && history.trial(trial.number()).state().isFinished();
        if (!isKnown) {
            history = history.with(trial);
            if (trial.state().isFinished()) {
                improvement.add(trial);
            }
        }
    }

    /** Returns whether any trial of a study runs elsewhere; what other tools have begun may never end, and is nobody's to run again. */
    boolean isWaitingForOthers() {
        return locked(() -> elsewhere().anyMatch(trial -> trial.start().origin().source() != Origin.Source.OTHER));
    }

    /** Returns whether this very thread runs a trial. */
    boolean isRunningHere() {
        return locked(() -> running.values().stream().anyMatch(Running::isOfThisThread));
    }

    /** Waits for some time, or until the study has ended or there is a trial to begin again; the caller has the turn. */
    void pause(Duration time) throws InterruptedException {
        await(new Need(-1, false), () -> false, Optional.of(time));
    }

    /**
     * Lets go of a trial that whoever asks next has to begin again; whoever waits for trials does no longer, so that it can be the one. If the study
     * has ended by rule, it has not: there is something left to begin.
     */
    void retry(int number) {
        change(() -> {
            due.add(number);
            finale.takeBackRule();
            release(number);
        });
    }

    /** Returns whether there is any such trial that nobody has taken. */
    boolean isRetryDue() {
        return locked(() -> !due.isEmpty());
    }

    /** Takes such a trial; the caller has the turn. */
    void takeRetry(int number) {
        locked(() -> due.remove(number));
    }

    /** Returns whether a trial that cannot end now may be begun again, here or when the run goes on. */
    boolean canRetry() {
        return locked(finale::canGoOn);
    }

    /** Forgets a trial that others have taken over: its end is theirs. */
    void release(int number) {
        change(() -> {
            Optional.ofNullable(endedElsewhere.remove(number)).ifPresent(this::replace);
            running.remove(number);
        });
    }

    /** Makes the end of a trial known. */
    void finish(TrialRecord trial) {
        change(() -> {
            running.remove(trial.number());
            endedElsewhere.remove(trial.number());
            replace(trial);
        });
    }

    /** Ends the study, unless it has ended, as nothing is left to begin. */
    void endByRule(String reason) {
        change(() -> finale.endByRule(reason));
    }

    /** Takes whether other runs are to follow the study; see {@link Finale#follow}. */
    void follow(boolean isAny) {
        change(() -> finale.follow(isAny));
    }

    /** Ends the study, unless it has ended; see {@link Finale}. */
    void end(RunEnd.Kind kind, String reason) {
        change(() -> finale.end(new RunEnd(kind, reason), !running.isEmpty() || !due.isEmpty()));
    }

    private void change(Runnable action) {
        locked(() -> {
            action.run();
            changed.signalAll();
            return finale;
        });
    }

    /** Ends the study as one that is interrupted, and takes note that nothing of it is kept any more. */
    void abandon(String reason) {
        change(() -> {
            end(RunEnd.Kind.INTERRUPTED, reason);
            isAbandoned = true;
        });
    }

    boolean isAbandoned() {
        return locked(() -> isAbandoned);
    }

    /**
     * Ends the study with a fault, which every later ask throws as well.
     *
     * @param kind whether the study is at fault, or what it lives on
     */
    StudyException fail(RunEnd.Kind kind, StudyException found) {
        end(kind, String.valueOf(found.getMessage()));
        change(() -> fault = Optional.of(fault.orElse(found)));
        return found;
    }

    void requireSound() {
        locked(() -> fault).ifPresent(found -> {
            throw found;
        });
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
        throw new SelfWaitException(own.thread(), own.trial().number());
    }

    /** The trials up to a number, of which any or all must end. */
    private record Need(int last, boolean any) {}
}
