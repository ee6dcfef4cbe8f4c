// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import dev.hpo.report.MarkdownSummary;
import dev.hpo.report.StudyView;
import dev.hpo.report.SummaryHints;
import dev.hpo.tracking.TrackedTrials;
import dev.hpo.tracking.Tracker;
import dev.hpo.trial.PathMask;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
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

    private static final String PARENT = "mlflow.parentRunId";
    private static final String NOTE = "mlflow.note.content";

    /** What older servers take of a tag. */
    private static final int LONGEST_NOTE = 5000;

    private final MlflowServer server;
    private final PathMask mask;
    private @Nullable Tracked tracked;

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
    public void opened(StudyView view, Instant begunAt) throws IOException, InterruptedException {
        MlflowRuns runs = MlflowRuns.of(server, MlflowTexts.value(view.facts().study()));
        Tracked opened = new Tracked(runs, parent(runs, view, begunAt), new MlflowTrial(view, mask));
        tracked = opened;
        boolean isShared = view.run().begin().isShared();
        if (!isShared && view.history().size() > 0) {
            Map<String, MlflowRun> known = new HashMap<>();
            runs.with(PARENT, opened.parent.id())
                    .forEach(run -> known.put(run.tags().getOrDefault(MlflowTrial.NUMBER, ""), run));
            for (TrialRecord trial : TrackedTrials.in(view.history()).toList()) {
                opened.catchUp(trial, Optional.ofNullable(known.get(String.valueOf(trial.number()))));
            }
        }
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
    public void told(TrialRecord trial) throws IOException, InterruptedException {
        tracked().tell(trial, Optional.empty());
    }

    @Override
    public void ended(StudyView view, List<Path> files) throws IOException, InterruptedException {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("hpo.sampler", MlflowTexts.value(view.run().sampler()));
        view.best().ifPresent(best -> tags.put("hpo.best_trial", String.valueOf(best.number())));
        view.run().end().ifPresent(end -> tags.put("hpo.ended", MlflowTexts.value(end.reason())));
        String note = MarkdownSummary.text(view, Optional.empty(), SummaryHints.NONE, mask);
        if (note.length() <= LONGEST_NOTE) {
            tags.put(NOTE, note);
        }
        tracked().end(tags, status(view), files);
    }

    private static String status(StudyView view) {
        if (view.run().end().filter(end -> end.isInterrupted()).isPresent()) {
            return "KILLED";
        }
        return view.best().isPresent() ? "FINISHED" : "FAILED";
    }

    @Override
    public void left() throws IOException, InterruptedException {
        if (tracked != null) {
            tracked.runs.end(tracked.parent, "KILLED", Instant.now());
        }
    }

    private Tracked tracked() {
        return Objects.requireNonNull(tracked);
    }

    /** The run of a study that is being told. */
    private static final class Tracked {

        private final MlflowRuns runs;
        private final MlflowRun parent;
        private final MlflowTrial form;
        private Optional<TrialRecord> best = Optional.empty();

        Tracked(MlflowRuns runs, MlflowRun parent, MlflowTrial form) {
            this.runs = runs;
            this.parent = parent;
            this.form = form;
        }

        /** Tells a trial that has ended before, unless the server has all of it. */
        void catchUp(TrialRecord trial, Optional<MlflowRun> there) throws IOException, InterruptedException {
            if (there.isEmpty() || there.get().isRunning()) {
                tell(trial, there);
            } else if (isBetter(trial)) {
                best = Optional.of(trial);
            }
        }

        /** Tells a trial. What is told a second time is the same as before, and makes no difference. */
        void tell(TrialRecord trial, Optional<MlflowRun> there) throws IOException, InterruptedException {
            MlflowRun run = there.isPresent()
                    ? there.get()
                    : runs.begin("trial " + trial.number(), trial.start().startedAt(), form.tags(trial, parent.id()));
            runs.log(run, form.parameters(trial), form.metrics(trial), form.attributes(trial));
            if (isBetter(trial)) {
                best = Optional.of(trial);
                runs.log(parent, Map.of(), form.best(trial), Map.of());
            }
            runs.end(run, status(trial.state()), trial.finishedAt().orElseThrow());
        }

        private boolean isBetter(TrialRecord trial) {
            return trial.value().isPresent()
                    && (best.isEmpty()
                            || form.direction()
                                    .isBetter(
                                            trial.value().orElseThrow(),
                                            best.get().value().orElseThrow()));
        }

        /** As MLflow itself has the trials of Optuna. */
        private static String status(TrialState state) {
            return switch (state) {
                case COMPLETE -> "FINISHED";
                case PRUNED -> "KILLED";
                case FAILED -> "FAILED";
                case RUNNING, WAITING -> "RUNNING";
            };
        }

        /** The files come last: a server that does not take them has the rest. */
        void end(Map<String, String> tags, String status, List<Path> files) throws IOException, InterruptedException {
            runs.log(parent, Map.of(), List.of(), tags);
            runs.end(parent, status, Instant.now());
            runs.attach(parent, files);
        }
    }
}
