// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking;

import dev.hpo.report.StudyView;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a tracker is still to be told. While the tool is away trials wait, and are told with a later one or at the end of the study.
 *
 * <p>One thread uses it, but for the counts and for {@link #giveUp}.
 */
final class Telling {

    private final Tracker tracker;
    private final long pauseNanos;
    private final Deque<News> waiting = new ArrayDeque<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private volatile boolean isGivenUp;
    private @Nullable Opening opening;
    private boolean isOpened;
    private boolean isAway;
    private long awaySince;

    /**
     * Creates what is to be told.
     *
     * @param pause for how long a tool that is away is left alone
     */
    Telling(Tracker tracker, Duration pause) {
        this.tracker = tracker;
        this.pauseNanos = pause.toNanos();
    }

    void open(StudyView view, Instant begunAt) throws IOException, InterruptedException {
        opening = new Opening(view, begunAt);
        tellAll();
    }

    /** Takes that a trial is going to be told. Any thread may say so. */
    void announce() {
        taken.incrementAndGet();
    }

    void tell(TrialRecord trial, Standing standing) throws IOException, InterruptedException {
        waiting.add(new News(trial, standing));
        boolean isLeftAlone = isAway && System.nanoTime() - awaySince < pauseNanos;
        if (!isLeftAlone) {
            tellAll();
        }
    }

    /** Tells all that is missing, and the end; that alone, if it takes too long. */
    void end(StudyView view, List<Path> files, boolean isLast) throws IOException, InterruptedException {
        tellAll();
        if (!isGivenUp) {
            addMissing(view, isLast);
            tellAll();
        }
        tracker.ended(view, files, isLast);
    }

    private void addMissing(StudyView view, boolean isLast) throws IOException, InterruptedException {
        Standing standing = Standing.of(view.history(), view.facts().direction());
        for (TrialRecord trial : tracker.missing(view, isLast)) {
            announce();
            waiting.add(new News(trial, standing));
        }
    }

    private void tellAll() throws IOException, InterruptedException {
        try {
            if (!isOpened) {
                Opening known = Objects.requireNonNull(opening);
                tracker.opened(known.view, known.begunAt);
                // Those that have ended meanwhile wait already.
                addMissing(known.view, false);
                isOpened = true;
            }
            while (!waiting.isEmpty() && !isGivenUp) {
                News first = waiting.getFirst();
                tracker.told(first.trial, first.standing);
                waiting.removeFirst();
                told.incrementAndGet();
            }
            isAway = false;
        } catch (AwayException e) {
            isAway = true;
            awaySince = System.nanoTime();
            throw e;
        }
    }

    /** Leaves out the trials that wait. */
    void giveUp() {
        isGivenUp = true;
    }

    boolean isGivenUp() {
        return isGivenUp;
    }

    boolean isAnyTold() {
        return told.get() > 0;
    }

    /** Returns what has come to the tool. */
    String progress() {
        return "only " + told.get() + " of " + taken.get() + " trials have come to " + tracker.place();
    }

    private record Opening(StudyView view, Instant begunAt) {}

    private record News(TrialRecord trial, Standing standing) {}
}
