// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.invocation.TrialSource;
import dev.hpo.space.Space;
import dev.hpo.storage.Storage;
import dev.hpo.study.Study;
import dev.hpo.study.Suggestion;
import dev.hpo.study.Trial;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Optional;
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

    /** The attribute that keeps an invocation's number where it is not the trial's plus one. */
    static final String INVOCATION = "junit.invocation";

    private final StudySetup setup;
    private final ProgressLines progress = new ProgressLines();
    private @Nullable Study<Object> study;
    private @Nullable Storage storage;
    private @Nullable RuntimeException fault;
    private @Nullable String stopReason;
    private boolean isCutShort;

    public StudyTrials(StudySetup setup) {
        this.setup = setup;
    }

    @Override
    public Space<?> space() {
        return setup.space();
    }

    @Override
    public Optional<? extends Suggestion<?>> next(int invocation) {
        throwFault();
        if (stopReason().isPresent()) {
            return Optional.empty();
        }
        Optional<Suggestion<Object>> next = ask();
        next.map(Suggestion::trial)
                .filter(trial -> trial.number() + 1 != invocation)
                .ifPresent(trial -> trial.attribute(INVOCATION, String.valueOf(invocation)));
        return next;
    }

    private Optional<Suggestion<Object>> ask() {
        try {
            return open().ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cutShort("this thread was interrupted");
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            stop("an error: " + e.getMessage());
            throw e;
        }
    }

    private synchronized Study<Object> open() {
        if (study == null) {
            storage = setup.storage();
            study = Study.open(setup.space(), setup.beginning().withStorage(storage));
        }
        return study;
    }

    /** Returns the study, if it was opened. */
    synchronized Optional<Study<Object>> opened() {
        return Optional.ofNullable(study);
    }

    /** Returns why there were no more trials. A study that has used up its budget says so only when it is asked for one more. */
    String lastWord() {
        boolean isUsedUp = opened().filter(
                        told -> told.history().counted() >= told.spec().trials())
                .isPresent();
        if (endReason().isEmpty() && isUsedUp) {
            ask();
        }
        return endReason().orElse("JUnit ran no more of them");
    }

    /** Closes the study, if it was opened, and its storage. */
    synchronized void close() {
        if (study != null) {
            study.close();
        }
        if (storage != null) {
            storage.close();
        }
    }

    @Override
    public Optional<String> endReason() {
        return stopReason().or(() -> opened().flatMap(Study::endReason));
    }

    private synchronized Optional<String> stopReason() {
        return Optional.ofNullable(stopReason);
    }

    private synchronized void stop(String reason) {
        stopReason = stopReason == null ? reason : stopReason;
    }

    /** Ends the study before its time, so that its test has to fail. */
    synchronized void cutShort(String reason) {
        isCutShort |= stopReason == null;
        stop(reason);
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
        stop("JUnit cancelled the run");
    }

    @Override
    public Outcome outlook(Trial trial, Optional<Throwable> cause) {
        return cause.map(thrown -> open().outlook(trial, thrown)).orElseGet(() -> open().outlook(trial));
    }

    @Override
    public void ended(Trial trial, Optional<Throwable> cause) {
        // An interrupt that the body has left behind would close the file that the trial is written to.
        Thread.interrupted();
        try {
            Study<Object> told = open();
            TrialRecord record = cause.isPresent() ? told.tell(trial, cause.get()) : told.tell(trial);
            if (setup.isStrict() && record.state() == TrialState.FAILED && !isOver(told)) {
                cutShort("trial " + record.number() + " failed");
            }
            progress.told(told);
        } catch (RuntimeException e) {
            keep(e);
        }
    }

    /** Whether the trial that has ended is the last one anyway. */
    private static boolean isOver(Study<Object> told) {
        return told.endReason().isPresent()
                || told.history().counted() >= told.spec().trials();
    }

    /** An aborted test is not red, so the study has to be. */
    @Override
    public void abandoned(Trial trial, String reason) {
        if (setup.isStrict()) {
            keep(
                    new TuningConfigurationException(
                            "trial " + trial.number() + " (" + reason
                                    + ") must not fail, since failFast is on; turn that off, or leave such configurations out of the space."));
        }
    }

    @Override
    public void skipped() {}

    @Override
    public boolean isStrict() {
        return setup.isStrict();
    }

    /** Keeps an error for whatever comes next. */
    synchronized void keep(RuntimeException e) {
        if (fault == null) {
            fault = e;
        }
    }

    /** Throws the error that was kept, if there is one, and only once. */
    synchronized void throwFault() {
        RuntimeException kept = fault;
        fault = null;
        if (kept != null) {
            stop("an error: " + kept.getMessage());
            throw kept;
        }
    }
}
