// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningFailedError;
import dev.hpo.junit.declaration.TuningMethod;
import dev.hpo.junit.launch.ShutdownHook;
import dev.hpo.junit.launch.Unfinished;
import dev.hpo.report.BudgetText;
import dev.hpo.report.FailureShare;
import dev.hpo.report.StudyView;
import dev.hpo.space.VisibleText;
import dev.hpo.study.Study;
import dev.hpo.trial.TrialState;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What comes after the last trial: files, summary and gate; or, if the process is told to end before that, files and summary alone.
 *
 * <p>The store of the test template closes it when all invocations have ended, and what it throws fails the template. Older
 * versions of JUnit know only {@code CloseableResource}, newer ones prefer {@code AutoCloseable}.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class StudyEnd implements ExtensionContext.Store.CloseableResource, AutoCloseable, Unfinished {

    private final TuningMethod method;
    private final StudyTrials trials;
    private final Acceptance acceptance;
    private final boolean isFailingWithMost;
    private final boolean isKept;
    private final String replay;
    private final Consumer<String> summaries;
    private final Publication publication;
    private final Path retestFile;

    /** Who comes first ends the study: JUnit, or the end of the process. */
    private final AtomicBoolean isTaken = new AtomicBoolean();

    /** What was wrong with the files of a re-test, or with who was told of it, which is to hide no verdict. */
    private @Nullable String retestFault;

    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean isLeft;

    /**
     * Creates the end of a study.
     *
     * @param setup what the study is made of
     * @param trials its trials
     * @param commands run the test once more
     * @param summaries takes its summary
     * @param context the test template, whose listeners hear what was found
     */
    public StudyEnd(
            StudySetup setup,
            StudyTrials trials,
            Commands commands,
            Consumer<String> summaries,
            ExtensionContext context) {
        this.method = setup.method();
        this.trials = trials;
        this.acceptance = new Acceptance(setup, commands);
        this.isFailingWithMost = setup.settings().failIfMostFail();
        this.isKept = setup.isKept();
        this.replay = commands.replay();
        this.summaries = summaries;
        this.retestFile = setup.places().reports().resolve(StudyFiles.RETEST);
        this.publication = new Publication(context, setup.method().shortName(), StudyFiles.mask(setup.module()));
    }

    /** Ends the study, the first time; nothing but its error comes of one that was not opened. */
    @Override
    public void close() {
        if (isTaken.compareAndSet(false, true)) {
            // Files cannot be written by a thread that is interrupted.
            boolean isInterrupted = Thread.interrupted();
            try {
                closeOnce();
            } catch (RuntimeException e) {
                // Newer versions of JUnit hide the message of an exception, but not that of an error.
                throw new TuningFailedError(method.shortName() + ": " + messages(e), e);
            } finally {
                closed.countDown();
                ShutdownHook.remove(this);
                if (isInterrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private static String messages(RuntimeException fault) {
        return Stream.concat(Stream.of(fault), Stream.of(fault.getSuppressed()))
                .map(Throwable::getMessage)
                .collect(Collectors.joining("\n"));
    }

    private void closeOnce() {
        Optional<Retesting.Ending> retest = closeRetest();
        Optional<Study<Object>> opened = trials.opened();
        Optional<RuntimeException> fault = Optional.ofNullable(retestFault).map(IllegalStateException::new);
        if (opened.isPresent()) {
            fault.ifPresent(trials::keep);
            close(opened.get());
            return;
        }
        trials.close();
        // Concurrent trials keep even the error that the study could not be opened with.
        trials.throwFault();
        try {
            acceptance.check(retest, trials.cutShort(), trials.isStopped());
        } catch (TuningFailedError e) {
            fault.ifPresent(e::addSuppressed);
            throw e;
        }
        fault.ifPresent(trials::keep);
        trials.throwFault();
    }

    /** Nothing is to cost what comes after it. */
    private Optional<Retesting.Ending> closeRetest() {
        try {
            Optional<Retesting.Ending> retest = trials.closeRetest();
            retest.ifPresent(this::tell);
            return retest;
        } catch (RuntimeException e) {
            trials.keep(e);
            return Optional.empty();
        }
    }

    private void tell(Retesting.Ending retest) {
        summaries.accept(retest.summary());
        StudyReports.Retested written = trials.reports().retested(retest.summary());
        retestFault = written.fault().orElse(null);
        Optional<Path> file = Optional.of(retestFile).filter(any -> written.isThere());
        try {
            publication.publish(
                    retest.verdict(), method.studyName(), method.goal().metric(), file);
        } catch (RuntimeException e) {
            // Somebody who listens to JUnit.
            retestFault = (retestFault == null ? "" : retestFault + "\n") + e;
        }
    }

    private void close(Study<Object> study) {
        String reason = trials.lastWord();
        Optional<String> lack = Confirmedness.lack(trials, isKept);
        // Nothing is to cost the summary: what goes wrong before it fails the test after it.
        try {
            trials.close();
        } catch (RuntimeException e) {
            trials.keep(e);
        }
        StudyReports.Ending ending = trials.reports().end(study, reason, replay, false);
        summaries.accept(ending.summary());
        try {
            publication.publish(ending.view(), ending.files());
        } catch (RuntimeException e) {
            // Somebody who listens to JUnit.
            trials.keep(e);
        }
        trials.reports().share(ending, false);
        ending.fault().map(IllegalStateException::new).ifPresent(trials::keep);
        trials.throwFault();
        StudyView view = ending.view();
        Optional<String> cutShort = trials.cutShort();
        if (cutShort.isPresent()) {
            throw new TuningFailedError(method.shortName() + ": study must run to its end, but was cut short after "
                    + BudgetText.progress(view.facts().budget(), view.history())
                    + view.confirmation()
                            .map(runs -> " and " + runs.progress() + " that confirm it")
                            .orElse("") + ", since " + cutShort.get()
                    + "; to repeat a trial changes nothing, run the whole test again.");
        }
        if (!trials.isStopped() && !trials.following().isLeftToOthers()) {
            check(view, reason, study.failedStart().isPresent());
            Confirmedness.check(lack, method, view);
            method.gate().ifPresent(gate -> Gate.check(gate, method, view));
            acceptance
                    .settle(
                            study,
                            trials.following().accepting(),
                            trials.retesting().refuted())
                    .ifPresent(summaries);
        }
    }

    private void check(StudyView view, String reason, boolean isFailedStart) {
        if (view.best().isEmpty()) {
            int failed = view.history().count(TrialState.FAILED);
            int paused = view.history().paused().size();
            int pruned =
                    view.history().count(TrialState.PRUNED) - view.history().pauses();
            throw new TuningFailedError(method.shortName() + ": no trial was completed (" + failed + " failed, "
                    + pruned + " pruned" + (paused == 0 ? "" : ", " + paused + " paused") + "); the study ended since "
                    + VisibleText.of(reason) + FirstFailure.of(view));
        }
        if (isFailedStart) {
            throw new TuningFailedError(
                    method.shortName() + ": study must not begin with mistakes, but was ended at once, since "
                            + VisibleText.of(reason) + "; the trials that are complete ran at the same time."
                            + FirstFailure.of(view));
        }
        if (isFailingWithMost) {
            FailureShare.ofMost(view).ifPresent(share -> {
                throw new TuningFailedError(
                        method.shortName() + ": at most half of the trials must fail, but " + share
                                + " did; mend what fails, leave such configurations out of the space, or turn failIfMostFail off.");
            });
        }
    }

    @Override
    public void letGo(String reason) {
        isLeft |= isTaken.compareAndSet(false, true);
        trials.abandon(reason);
    }

    /** JUnit may be at the end of the study already: then its reports are awaited, but no other tool; and its summary is among those of the launch. */
    @Override
    public void finish(Consumer<String> printed) throws InterruptedException {
        if (isLeft) {
            trials.abandoned().ifPresent(study -> left(study, printed));
            trials.retesting().left().ifPresent(printed);
        } else {
            trials.reports().leave();
            closed.await();
        }
    }

    private void left(Study<Object> study, Consumer<String> printed) {
        String reason = study.endReason().orElseThrow();
        printed.accept(trials.reports().summary(study, reason, replay));
        StudyReports.Ending ending = trials.reports().end(study, reason, replay, true);
        printed.accept(
                ending.summary() + ending.fault().map(fault -> fault + "\n").orElse(""));
        trials.reports().share(ending, true);
    }
}
