// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.VisibleFault;
import dev.hpo.junit.invocation.TrialSource;
import dev.hpo.report.TrialName;
import dev.hpo.space.Space;
import dev.hpo.study.Mode;
import dev.hpo.study.SelfWaitException;
import dev.hpo.study.Study;
import dev.hpo.study.Suggestion;
import dev.hpo.study.Trial;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The trials of a study, which is opened when the first one is asked for.
 *
 * <p>JUnit swallows what a {@code TestWatcher} throws. So an error that comes up when the study is told of a trial is kept, and thrown
 * by whatever comes next.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class StudyTrials implements TrialSource {

    /** Why there are no more trials, where nobody else says why. */
    private static final String NO_MORE = "JUnit ran no more of them";

    private final StudySetup setup;
    private final Commands commands;
    private final SearchBudget budget;
    private final ProgressLines progress;
    private final Retesting retesting;
    private final Following following;
    private final StudyReports reports;
    private final KeptFault fault = new KeptFault();

    /** Whoever has to wait for nothing reads it without the lock, which is held while it is opened. */
    private volatile @Nullable Opened opened;

    private @Nullable String stopReason;
    private boolean isCutShort;
    private volatile boolean isAbandoned;

    /** Creates the trials of a study. */
    public StudyTrials(StudySetup setup, Commands commands) {
        this.setup = setup;
        this.commands = commands;
        this.budget = new SearchBudget(setup.spec());
        this.progress = new ProgressLines(setup.raised());
        this.retesting = Retesting.of(setup);
        this.following = new Following(setup, retesting::refuted);
        this.reports = new StudyReports(setup, following, commands);
    }

    @Override
    public Space<?> space() {
        return setup.space();
    }

    @Override
    public Optional<? extends Suggestion<?>> next(int invocation) {
        Optional<Suggestion<Object>> next = search(invocation);
        return next.isPresent() ? next : follow(invocation);
    }

    /** Returns the next trial of the search, or before it the next run of what was accepted; empty if it has ended. */
    Optional<Suggestion<Object>> search(int invocation) {
        throwFault();
        if (stopReason().isPresent() || isSearched()) {
            return Optional.empty();
        }
        Optional<Suggestion<Object>> again = ask(() -> retesting.next(invocation));
        if (again.isPresent() || stopReason().isPresent() || !retesting.isSearching()) {
            return again;
        }
        return ask(() -> open().ask(invocation));
    }

    /** Returns the next run of what the search has found, all trials of which have been told; empty if none is wanted, or if all are done. */
    Optional<Suggestion<Object>> follow(int invocation) {
        return stopReason().isEmpty() && isSearched() && isToBeFollowed()
                ? ask(() -> following.next(open(), invocation))
                : Optional.empty();
    }

    /** Returns why the search has ended; empty while it goes on. */
    Optional<String> searchEnd() {
        return opened().flatMap(Study::endReason);
    }

    private boolean isSearched() {
        return searchEnd().isPresent();
    }

    /** Returns whether any runs are to be made of what the search finds once it has ended, as far as can be known by now. */
    boolean isToBeFollowed() {
        return opened().filter(following::isWanted).isPresent();
    }

    /**
     * Returns whether nothing is left of the search to begin, once some others have begun: it has ended, or has used up its budget.
     *
     * @param before how many others will begin
     * @param busy how many threads of this process run any, or ask for one
     */
    boolean isSearchUsedUp(int before, int busy) {
        return isSearched()
                || opened().filter(search -> budget.isUsedUp(search.history(), before, busy))
                        .isPresent();
    }

    /** Returns the runs that are made of what the search has found. */
    Following following() {
        return following;
    }

    /** Returns the runs of what was accepted, before the search or instead of it. */
    Retesting retesting() {
        return retesting;
    }

    private Optional<Suggestion<Object>> ask(Question question) {
        try {
            return question.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupted();
            return Optional.empty();
        } catch (SelfWaitException e) {
            // Another thread can ask.
            throw e;
        } catch (RuntimeException e) {
            stop("an error: " + e.getMessage());
            throw VisibleFault.of(e);
        } catch (Error e) {
            stop("an error: " + e.getMessage());
            throw e;
        }
    }

    private synchronized Study<Object> open() {
        Opened open = opened;
        if (open == null) {
            open = setup.open(retesting.refuted(), commands);
            opened = open;
            following.opened(open.study());
            reports.opened(open);
            progress.opened(open.study());
        }
        return open.study();
    }

    /** Returns the study, if it was opened. */
    synchronized Optional<Study<Object>> opened() {
        return Optional.ofNullable(opened).map(Opened::study);
    }

    /** Returns whether any number of trials may begin. */
    boolean isOpenEnded() {
        return budget.isOpenEnded();
    }

    /** Returns whether the study was opened, and the trials have ended for which its mode makes an ask wait that comes after some others. */
    boolean isReady(int before) {
        return retesting.isOver()
                ? opened().filter(study -> study.isReady(before)).isPresent()
                : retesting.isReady(before);
    }

    /** Returns what is left behind of the study. */
    StudyReports reports() {
        return reports;
    }

    /** Lets go of the study, if it was opened, for a process that is about to end, and waits for nothing. */
    void abandon(String reason) {
        isAbandoned = true;
        // Whoever goes on with the search is to find its runs free.
        try {
            Stream.concat(retesting.study().stream(), following.studies()).forEach(left -> left.abandon(reason));
        } finally {
            abandoned().ifPresent(left -> left.abandon(reason));
        }
    }

    /** Returns the study, if it was opened, without waiting for one that is being opened. */
    Optional<Study<Object>> abandoned() {
        return Optional.ofNullable(opened).map(Opened::study);
    }

    /** Returns why there were no more trials. A study that has used up its budget says so only when it is asked for one more. */
    String lastWord() {
        boolean isUsedUp = opened().filter(budget::isUsedUp).isPresent();
        if (stopReason().isEmpty() && !isSearched() && isUsedUp) {
            ask(() -> open().ask());
        }
        Optional<Study<Object>> unfinished = opened().filter(search -> !following.isOver(search));
        Optional<String> end = searchEnd().filter(reason -> unfinished.isEmpty());
        return stopReason().or(following::left).or(() -> end).orElse(NO_MORE);
    }

    /** Closes the study, if it was opened. What comes of its trials that were begun and not run is left to its next run. */
    synchronized void close() {
        String reason = stopReason().orElse(NO_MORE);
        opened().ifPresent(open -> {
            following.settle(open);
            open.interrupt(reason);
            try {
                open.close();
            } finally {
                following.close(reason);
            }
        });
    }

    /**
     * Closes the runs of what was accepted, if any were made.
     *
     * @return what there is to say of them
     */
    synchronized Optional<Retesting.Ending> closeRetest() {
        return retesting.close(stopReason().orElse(NO_MORE));
    }

    /** While there may be runs of what it has found, the end of a search is none yet. */
    @Override
    public Optional<String> endReason() {
        return stopReason()
                .or(retesting::endReason)
                .or(() -> following.endReason(opened()))
                .or(() -> searchEnd().filter(reason -> following.study().isEmpty() && !isToBeFollowed()));
    }

    private synchronized Optional<String> stopReason() {
        return Optional.ofNullable(stopReason);
    }

    /** Ends the study at an end of its own: there is nothing to go on with. */
    private synchronized void stop(String reason) {
        Stream.concat(retesting.study().stream(), following.studies()).forEach(ended -> ended.end(reason));
        // What was interrupted goes on, and so does what it belongs to.
        boolean isInterrupted = following.studies().anyMatch(Study::isInterrupted);
        opened().filter(ended -> isInterrupted).ifPresent(ended -> ended.interrupt(reason));
        opened().ifPresent(ended -> ended.end(reason));
        stopReason = stopReason == null ? reason : stopReason;
    }

    /** Ends the study from outside, so that it can go on. */
    private synchronized void interrupt(String reason) {
        Stream.concat(retesting.study().stream(), following.studies()).forEach(ended -> ended.interrupt(reason));
        opened().ifPresent(ended -> ended.interrupt(reason));
        stop(reason);
    }

    /** Ends the study since its thread was interrupted, so that its test has to fail. */
    synchronized void interrupted() {
        isCutShort |= stopReason == null;
        interrupt("this thread was interrupted");
    }

    /** Returns why the study ended before its time, if its test has to fail for that. */
    synchronized Optional<String> cutShort() {
        return stopReason().filter(reason -> isCutShort);
    }

    /** Returns whether the study ended before its time, so that there is nothing to check. */
    boolean isStopped() {
        return stopReason().isPresent();
    }

    @Override
    public void cancelled() {
        interrupt("JUnit cancelled the run");
    }

    @Override
    public Outcome outlook(Trial trial, Optional<Throwable> cause) {
        Study<Object> home = home(trial);
        return cause.map(thrown -> home.outlook(trial, thrown)).orElseGet(() -> home.outlook(trial));
    }

    @Override
    public void ended(Trial trial, Optional<Throwable> cause) {
        // An interrupt that the body has left behind is not meant for the trials to come.
        Thread.interrupted();
        try {
            Study<Object> told = home(trial);
            TrialRecord record = cause.isPresent() ? told.tell(trial, cause.get()) : told.tell(trial);
            if (isStrict(trial) && record.state() == TrialState.FAILED && !isOver(told)) {
                failed(record);
            }
            if (!isAbandoned) {
                told(trial, told, record);
            }
        } catch (RuntimeException e) {
            keep(e);
        }
    }

    private void told(Trial trial, Study<Object> told, TrialRecord record) {
        if (retesting.home(trial).isPresent()) {
            retesting.told(record);
        } else if (following.accepting().home(trial).isPresent()) {
            following.accepting().told(record);
        } else if (following.replaying().home(trial).isPresent()) {
            following.replaying().told(record, open());
        } else {
            Study<Object> search = open();
            // Runs that confirm have numbers of their own: nobody elsewhere is told of them.
            reports.told(search, Optional.of(record).filter(any -> told.equals(search)));
            progress.told(told, record, following.confirming().view(search));
        }
    }

    private Study<Object> home(Trial trial) {
        return retesting.home(trial).or(() -> following.home(trial)).orElseGet(this::open);
    }

    private synchronized void failed(TrialRecord trial) {
        isCutShort |= stopReason == null;
        stop(TrialName.inShort(trial) + " failed");
    }

    /** Whether the trial that has ended is the last one anyway; not if runs that confirm the search are still to come. */
    private boolean isOver(Study<Object> told) {
        return isToBeFollowed()
                ? opened().filter(following::isOver).isPresent()
                : told.endReason().isPresent() || budget.isUsedUp(told);
    }

    /** An aborted test is not red, so the study has to be. */
    @Override
    public void abandoned(Trial trial, String reason) {
        if (isStrict(trial)) {
            keep(
                    new TuningConfigurationException(
                            TrialName.inShort(trial.record()) + " (" + reason
                                    + ") must not fail, since failFast is on; turn that off, or leave such configurations out of the space."));
        }
    }

    @Override
    public void skipped() {}

    /** What concurrent trials end is known only to the trials to come: there it is the study that fails. */
    @Override
    public boolean endsWithMistakes() {
        return setup.spec().mode() == Mode.SEQUENTIAL
                && opened().filter(search -> search.history().count(TrialState.COMPLETE) == 0)
                        .isPresent();
    }

    /** Whether what was accepted still works, or what is to be, is what its runs find out. */
    @Override
    public boolean isStrict(Trial trial) {
        boolean isAccepted = retesting
                .home(trial)
                .or(() -> following.accepting().home(trial))
                .isPresent();
        return setup.isStrict() && !isAccepted;
    }

    @Override
    public String place(Trial trial) {
        Study<Object> home = home(trial);
        return Raised.of(home.spec())
                .map(raised -> raised.place(trial.record(), home.history()))
                .orElse("");
    }

    /** Keeps an error for whatever comes next. */
    void keep(RuntimeException e) {
        fault.keep(e);
    }

    /** Throws the error that was kept, if there is one, and only once. */
    void throwFault() {
        fault.take().ifPresent(kept -> {
            stop("an error: " + kept.getMessage());
            throw VisibleFault.of(kept);
        });
    }

    /** A way to ask for a trial. */
    @FunctionalInterface
    private interface Question {
        Optional<Suggestion<Object>> ask() throws InterruptedException;
    }
}
