// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking;

import dev.hpo.report.StudyView;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Tells a {@link Tracker} what becomes of a study, on a thread of its own. Whatever goes wrong there costs one line, and neither a trial nor the study: nobody waits for it, but for the
 * end of the study, and that only for so long.
 *
 * <p>Safe for use by several threads.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Tracking {

    private static final long LEAVING_MILLIS = 200;

    private final Tracker tracker;
    private final String study;
    private final Consumer<String> complaints;
    private final ExecutorService thread;
    private boolean isOver;

    /**
     * Creates the tracking of a study.
     *
     * @param study what people call the study
     * @param complaints takes the line about what went wrong
     */
    public Tracking(Tracker tracker, String study, Consumer<String> complaints) {
        this.tracker = tracker;
        this.study = study;
        this.complaints = complaints;
        this.thread = Executors.newSingleThreadExecutor(Tracking::thread);
    }

    private static Thread thread(Runnable steps) {
        Thread thread = new Thread(steps, "hpo-tracking");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes that the study has begun, or goes on. */
    public void opened(StudyView view, Instant begunAt) {
        take(() -> tracker.opened(view, begunAt));
    }

    /** Takes that a trial has ended; not, if the study has. */
    public void told(TrialRecord trial) {
        take(() -> tracker.told(trial));
    }

    /**
     * Takes that the study has ended, and waits until all is told.
     *
     * @param files what is left behind of it
     * @param patience for how long to wait
     */
    public void end(StudyView view, List<Path> files, Duration patience) {
        take(() -> tracker.ended(view, files));
        thread.shutdown();
        if (!isDone(patience.toMillis())) {
            complain("not all has come to " + tracker.place() + " within " + patience.toSeconds() + " s");
            thread.shutdownNow();
        }
    }

    /** Lets go of the study, since the process is about to end: what is not yet told is left to whoever goes on with it. */
    public void leave() {
        boolean wasOver = overNow();
        thread.shutdownNow();
        if (isDone(LEAVING_MILLIS) && !wasOver) {
            Thread last = thread(() -> ignoringFaults(tracker::left));
            last.start();
            try {
                last.join(LEAVING_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A trial may end when the study has. */
    private void take(Step step) {
        try {
            thread.execute(() -> attempt(step));
        } catch (RejectedExecutionException e) {
            // It comes too late for anybody to hear of it.
        }
    }

    private boolean isDone(long millis) {
        try {
            return thread.awaitTermination(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void attempt(Step step) {
        if (isOver()) {
            return;
        }
        try {
            step.run();
        } catch (IOException | InterruptedException | RuntimeException | LinkageError | OutOfMemoryError e) {
            complain("nothing more goes to " + tracker.place() + ", since "
                    + (e instanceof IOException && e.getMessage() != null ? e.getMessage() : e.toString()));
        }
    }

    private static void ignoringFaults(Step step) {
        try {
            step.run();
        } catch (IOException | InterruptedException | RuntimeException | LinkageError | OutOfMemoryError e) {
            // Nobody is there to hear of it.
        }
    }

    /** Says what went wrong, the first time. */
    private void complain(String fault) {
        if (!overNow()) {
            complaints.accept("hpo: " + study + ": " + VisibleText.of(fault) + "; the study goes on as it would");
        }
    }

    private synchronized boolean isOver() {
        return isOver;
    }

    private synchronized boolean overNow() {
        boolean wasOver = isOver;
        isOver = true;
        return wasOver;
    }

    /** Something to tell. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException, InterruptedException;
    }
}
