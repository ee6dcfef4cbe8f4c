// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking;

import dev.hpo.report.StudyView;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
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
 * Tells a {@link Tracker} what becomes of a study, on a thread of its own. Whatever goes wrong there costs a line, and neither a trial nor the study: nobody waits for it, but for the
 * end of the study, and that only for so long.
 *
 * <p>Safe for use by several threads.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Tracking {

    private static final long LEAVING_MILLIS = 200;
    private static final long LOOKING_MILLIS = 50;

    private final Tracker tracker;
    private final Telling telling;
    private final String study;
    private final Consumer<String> complaints;
    private final Patience patience;
    private final ExecutorService thread;
    private boolean isOver;
    private boolean isAwayTold;

    /**
     * Creates the tracking of a study.
     *
     * @param study what people call the study
     * @param complaints takes the line about what went wrong
     */
    public Tracking(Tracker tracker, String study, Consumer<String> complaints, Patience patience) {
        this.tracker = tracker;
        this.telling = new Telling(tracker, patience.pause());
        this.study = study;
        this.complaints = complaints;
        this.patience = patience;
        this.thread = Executors.newSingleThreadExecutor(Tracking::thread);
    }

    private static Thread thread(Runnable steps) {
        Thread thread = new Thread(steps, "hpo-tracking");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes that the study has begun, or goes on. */
    public void opened(StudyView view, Instant begunAt) {
        take(() -> telling.open(view, begunAt));
    }

    /** Takes that a trial has ended; not, if the study has. */
    public void told(TrialRecord trial, Standing standing) {
        telling.announce();
        take(() -> telling.tell(trial, standing));
    }

    /**
     * Takes that the study has ended.
     *
     * @param files what is left behind of it
     * @param isLast whether no other process goes on with its run
     */
    public void end(StudyView view, List<Path> files, boolean isLast) {
        take(() -> tellEnd(view, files, isLast));
        thread.shutdown();
    }

    /** Waits until all is told of a study that has ended. If that takes too long, trials are left out, and only the end is told. */
    public void awaitEnd() {
        String reason = whileTelling();
        if (!thread.isTerminated()) {
            telling.giveUp();
            boolean isTold = isDone(patience.last().toMillis());
            complain(telling.progress() + " " + reason);
            if (!isTold) {
                thread.shutdownNow();
            }
        }
    }

    /** Waits until all is told, or for long enough; then returns how that is said. */
    private String whileTelling() {
        long begin = System.nanoTime();
        long last = begin;
        long progress = tracker.progress();
        while (!isDone(LOOKING_MILLIS)) {
            long now = System.nanoTime();
            if (tracker.progress() != progress) {
                progress = tracker.progress();
                last = now;
            }
            if (Thread.currentThread().isInterrupted()) {
                return "before this thread was interrupted";
            }
            if (now - begin > patience.most().toNanos()) {
                return "within " + patience.most().toSeconds() + " s";
            }
            if (now - last > patience.silence().toNanos()) {
                return "before nothing came for " + patience.silence().toSeconds() + " s";
            }
        }
        return "";
    }

    /**
     * Lets go of the study, since the process is about to end: what is not yet told is left to whoever goes on with it.
     *
     * @param isLast whether no other process goes on with its run
     */
    public void leave(boolean isLast) {
        boolean wasOver = overNow();
        thread.shutdownNow();
        if (isDone(LEAVING_MILLIS) && !wasOver && isLast) {
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
        } catch (AwayException e) {
            complainOfAway(e);
        } catch (IOException | InterruptedException | RuntimeException | LinkageError | OutOfMemoryError e) {
            complain("nothing more goes to " + tracker.place() + ", since " + reason(e));
        }
    }

    /** The message of what is wrong with a file is often its name alone. */
    private static String reason(Throwable fault) {
        String message = fault instanceof FileSystemException file ? file.getReason() : fault.getMessage();
        return fault instanceof IOException && message != null ? message : fault.toString();
    }

    private static void ignoringFaults(Step step) {
        try {
            step.run();
        } catch (IOException | InterruptedException | RuntimeException | LinkageError | OutOfMemoryError e) {
            // Nobody is there to hear of it.
        }
    }

    /** Says what has come to a tool that is away at the end; if that is nothing, it has been said. */
    private void tellEnd(StudyView view, List<Path> files, boolean isLast) throws IOException, InterruptedException {
        try {
            telling.end(view, files, isLast);
        } catch (AwayException e) {
            if (!telling.isAnyTold()) {
                throw e;
            }
            complain(telling.progress() + ", since " + reason(e));
        }
    }

    /** Says that a tool is away, the first time. */
    private void complainOfAway(AwayException fault) {
        if (!isAwayTold) {
            isAwayTold = true;
            say("nothing goes to " + tracker.place() + " for now, since " + reason(fault));
        }
    }

    /** Says what went wrong, the first time. */
    private void complain(String fault) {
        if (!overNow()) {
            say(fault);
        }
    }

    private void say(String fault) {
        complaints.accept("hpo: " + study + ": " + VisibleText.of(fault) + "; the study goes on as it would");
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
