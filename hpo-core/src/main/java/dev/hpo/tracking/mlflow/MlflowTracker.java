// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import dev.hpo.report.MarkdownSummary;
import dev.hpo.report.StudyView;
import dev.hpo.report.SummaryHints;
import dev.hpo.tracking.Standing;
import dev.hpo.tracking.Tracker;
import dev.hpo.trial.PathMask;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Tells an MLflow server: an experiment for the study, in it a run for each of its runs, and nested in that one for each trial that has ended.
 *
 * <p>A run that goes on is found by a tag, and so are the trials that the server has.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class MlflowTracker implements Tracker {

    /** Tells a run from others of its number, as of a study that was deleted. */
    private static final String BEGUN = "hpo.begun";

    static final String PARENT = "mlflow.parentRunId";
    private static final String NOTE = "mlflow.note.content";

    /** What older servers take of a tag. */
    private static final int LONGEST_NOTE = 5000;

    private final MlflowServer server;
    private final PathMask mask;

    // Those who leave are on another thread.
    private volatile @Nullable TrackedRun tracked;
    private volatile boolean isEnded;

    /**
     * Creates a tracker.
     *
     * @param server the address of the server
     * @param mask what is kept out of the texts of exceptions
     */
    public MlflowTracker(URI server, MlflowCredentials credentials, PathMask mask) {
        this(new MlflowServer(server, credentials, MlflowServer.Waits.USUAL), mask);
    }

    MlflowTracker(MlflowServer server, PathMask mask) {
        this.server = server;
        this.mask = mask;
    }

    @Override
    public String place() {
        return "MLflow at " + server.address();
    }

    @Override
    public long progress() {
        return server.answers();
    }

    @Override
    public void opened(StudyView view, Instant begunAt) throws IOException, InterruptedException {
        MlflowRuns runs = MlflowRuns.of(server, MlflowTexts.value(view.facts().study()));
        tracked = new TrackedRun(runs, parent(runs, view, begunAt), new MlflowTrial(view, mask));
    }

    @Override
    public List<TrialRecord> missing(StudyView view, boolean isLast) throws IOException, InterruptedException {
        return tracked().missing(view, isLast);
    }

    /** Returns the run that has the trials. Of two that processes that share a run have made at once, the earlier one is kept by both. */
    private static MlflowRun parent(MlflowRuns runs, StudyView view, Instant begunAt)
            throws IOException, InterruptedException {
        String identity = view.run().number() + "/" + begunAt;
        List<MlflowRun> before = runs.with(BEGUN, identity);
        if (!before.isEmpty()) {
            MlflowRun found = first(before);
            runs.goOn(found);
            return found;
        }
        Map<String, String> tags = new LinkedHashMap<>(MlflowTrial.common(view));
        tags.put(BEGUN, identity);
        tags.put("hpo.run", String.valueOf(view.run().number()));
        tags.put("hpo.seed", String.valueOf(view.facts().seed()));
        tags.put("hpo.metric", MlflowTexts.value(view.run().metric()));
        tags.put("hpo.direction", view.facts().direction().name());
        MlflowRun made = runs.begin("run " + view.run().number(), begunAt, tags);
        MlflowRun first = view.run().begin().isShared() ? first(runs.with(BEGUN, identity)) : made;
        if (!first.id().equals(made.id())) {
            runs.delete(made);
        }
        return first;
    }

    private static MlflowRun first(List<MlflowRun> runs) {
        return runs.stream()
                .reduce((one, other) -> other.begin() < one.begin()
                                || (other.begin() == one.begin() && other.id().compareTo(one.id()) < 0)
                        ? other
                        : one)
                .orElseThrow();
    }

    @Override
    public void told(TrialRecord trial, Standing standing) throws IOException, InterruptedException {
        tracked().tell(trial, standing);
    }

    /** The files come last: a server that does not take them has the rest. In a run that others go on with, they say how it ends. */
    @Override
    public void ended(StudyView view, List<Path> files, boolean isLast) throws IOException, InterruptedException {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("hpo.sampler", MlflowTexts.value(view.run().sampler()));
        view.best().ifPresent(best -> tags.put("hpo.best_trial", String.valueOf(best.number())));
        tags.put("hpo.confirmed", String.valueOf(view.confirmed().isPresent()));
        view.run().end().ifPresent(end -> tags.put("hpo.ended", MlflowTexts.value(mask.of(end.reason()))));
        tags.put(NOTE, note(MarkdownSummary.text(view, Optional.empty(), SummaryHints.NONE, mask)));
        tracked().tellResult(view, tags);
        if (isLast) {
            tracked().runs().end(tracked().parent(), status(view), Instant.now());
        }
        isEnded = true;
        tracked().runs().attach(tracked().parent(), files, mask);
    }

    /** Returns as many lines as a tag may have. */
    static String note(String text) {
        return text.length() <= LONGEST_NOTE ? text : text.substring(0, text.lastIndexOf('\n', LONGEST_NOTE - 1) + 1);
    }

    private static String status(StudyView view) {
        if (view.run().end().filter(end -> end.isInterrupted()).isPresent()) {
            return "KILLED";
        }
        return view.best().isPresent() ? "FINISHED" : "FAILED";
    }

    @Override
    public void left() throws IOException, InterruptedException {
        TrackedRun left = tracked;
        if (left != null && !isEnded) {
            left.runs().end(left.parent(), "KILLED", Instant.now());
        }
    }

    private TrackedRun tracked() {
        return Objects.requireNonNull(tracked);
    }
}
