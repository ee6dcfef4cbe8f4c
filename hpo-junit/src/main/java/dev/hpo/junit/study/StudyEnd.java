// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningFailedError;
import dev.hpo.junit.declaration.TuningMethod;
import dev.hpo.report.ConsoleSummary;
import dev.hpo.report.StudyRun;
import dev.hpo.report.StudyView;
import dev.hpo.report.SummaryHints;
import dev.hpo.study.Study;
import dev.hpo.trial.TrialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What comes after the last trial: files, summary and gate.
 *
 * <p>The store of the test template closes it when all invocations have ended, and what it throws fails the template. Older
 * versions of JUnit know only {@code CloseableResource}, newer ones prefer {@code AutoCloseable}.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class StudyEnd implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private final StudySetup setup;
    private final TuningMethod method;
    private final StudyTrials trials;
    private final String replay;
    private final Consumer<String> summaries;
    private final Instant startedAt = Instant.now();
    private final long begin = System.nanoTime();
    private final AtomicBoolean isClosed = new AtomicBoolean();

    /**
     * Creates the end of a study.
     *
     * @param setup what the study is made of
     * @param trials its trials
     * @param replay how to run a trial again, as its summary says it
     * @param summaries takes its summary
     */
    public StudyEnd(StudySetup setup, StudyTrials trials, String replay, Consumer<String> summaries) {
        this.setup = setup;
        this.method = setup.method();
        this.trials = trials;
        this.replay = replay;
        this.summaries = summaries;
    }

    /** Ends the study, the first time; nothing but its error comes of one that was not opened. */
    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            // Files cannot be written by a thread that is interrupted.
            boolean isInterrupted = Thread.interrupted();
            try {
                closeOnce();
            } catch (RuntimeException e) {
                // Newer versions of JUnit hide the message of an exception, but not that of an error.
                throw new TuningFailedError(method.shortName() + ": " + e.getMessage(), e);
            } finally {
                if (isInterrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void closeOnce() {
        Optional<Study<Object>> opened = trials.opened();
        if (opened.isPresent()) {
            close(opened.get());
        } else {
            trials.close();
            // Concurrent trials keep even the error that the study could not be opened with.
            trials.throwFault();
        }
    }

    private void close(Study<Object> study) {
        String reason = trials.lastWord();
        keepingErrors(trials::close);
        StudyView view = view(study, reason);
        List<String> files = new ArrayList<>();
        if (view.history().size() > 0) {
            keepingErrors(() -> files.addAll(new StudyFiles(setup.places().reports()).write(view)));
            if (setup.isKept()) {
                files.add(setup.places().journal().toString());
            }
        }
        summaries.accept(ConsoleSummary.text(view, new SummaryHints(files, replay)));
        trials.throwFault();
        Optional<String> cutShort = trials.cutShort();
        if (cutShort.isPresent()) {
            throw new TuningFailedError(method.shortName() + ": study must run to its end, but was cut short after "
                    + (view.history().counted() - view.history().count(TrialState.RUNNING)) + " of "
                    + setup.spec().trials() + " trials, since " + cutShort.get()
                    + "; to repeat a trial changes nothing, run the whole test again.");
        }
        if (!trials.isStopped()) {
            check(view, reason);
        }
    }

    /** Nothing is to cost the summary: what goes wrong before it fails the test after it. */
    private void keepingErrors(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            trials.keep(e);
        }
    }

    private StudyView view(Study<Object> study, String reason) {
        // The clock may have been set meanwhile.
        Instant endedAt = startedAt.plusNanos(System.nanoTime() - begin);
        StudyRun run = new StudyRun(
                study.run(),
                method.goal().metric(),
                study.samplerDescription(),
                startedAt,
                Optional.of(new StudyRun.End(endedAt, reason)));
        return new StudyView(study.facts(), run, study.space(), study.history(), study.noStart());
    }

    private void check(StudyView view, String reason) {
        if (view.best().isEmpty()) {
            int failed = view.history().count(TrialState.FAILED);
            int pruned = view.history().count(TrialState.PRUNED);
            throw new TuningFailedError(method.shortName() + ": no trial was completed (" + failed + " failed, "
                    + pruned + " pruned); the study ended since " + reason + FirstFailure.of(view.history()));
        }
        method.gate().ifPresent(gate -> Gate.check(gate, method, view));
    }
}
