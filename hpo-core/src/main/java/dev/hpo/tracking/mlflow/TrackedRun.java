// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import dev.hpo.report.StudyView;
import dev.hpo.tracking.Standing;
import dev.hpo.tracking.TrackedTrials;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The run of a study that is being told, with what the server has of its trials. Not safe for use by several threads. */
final class TrackedRun {

    private final MlflowRuns runs;
    private final MlflowRun parent;
    private final MlflowTrial form;
    private final Set<String> done = new HashSet<>();
    private final Map<String, MlflowRun> begun = new HashMap<>();
    private Optional<Standing> last = Optional.empty();

    /** Whether the server may have trials that are not known here, as after a request that was not answered. */
    private boolean isUnsure = true;

    TrackedRun(MlflowRuns runs, MlflowRun parent, MlflowTrial form) {
        this.runs = runs;
        this.parent = parent;
        this.form = form;
    }

    MlflowRuns runs() {
        return runs;
    }

    MlflowRun parent() {
        return parent;
    }

    /** Returns the trials that the server does not have, or not wholly. */
    List<TrialRecord> missing(StudyView view, boolean isLast) throws IOException, InterruptedException {
        boolean isShared = view.run().begin().isShared();
        List<TrialRecord> ended = TrackedTrials.in(view.history())
                .filter(trial -> !done.contains(key(trial)))
                .toList();
        if (ended.isEmpty() || (isShared && !isLast)) {
            return List.of();
        }
        isUnsure |= isShared;
        look();
        return ended.stream().filter(trial -> !done.contains(key(trial))).toList();
    }

    private static String key(TrialRecord trial) {
        return String.valueOf(trial.number());
    }

    private void look() throws IOException, InterruptedException {
        if (isUnsure) {
            for (MlflowRun run : runs.with(MlflowTracker.PARENT, parent.id())) {
                String number = run.tags().getOrDefault(MlflowTrial.NUMBER, "");
                if (run.isRunning()) {
                    begun.put(number, run);
                } else {
                    done.add(number);
                }
            }
            isUnsure = false;
        }
    }

    /** Tells a trial. What is told a second time is the same as before, and makes no difference. */
    void tell(TrialRecord trial, Standing standing) throws IOException, InterruptedException {
        MlflowRun run = run(trial);
        runs.log(run, form.parameters(trial), form.metrics(trial), form.attributes(trial));
        if (isBetter(standing)) {
            log(standing, form.best(standing), Map.of());
        }
        runs.end(run, status(trial.state()), trial.finishedAt().orElseThrow());
        done.add(key(trial));
        begun.remove(key(trial));
    }

    private MlflowRun run(TrialRecord trial) throws IOException, InterruptedException {
        look();
        MlflowRun known = begun.get(key(trial));
        if (known == null) {
            isUnsure = true;
            known = runs.begin("trial " + trial.number(), trial.start().startedAt(), form.tags(trial, parent.id()));
            isUnsure = false;
            begun.put(key(trial), known);
        }
        return known;
    }

    /** Another thread may have told a later standing before. */
    private boolean isBetter(Standing standing) {
        return standing.best().isPresent()
                && (last.isEmpty()
                        || (standing.ended() > last.get().ended()
                                && !number(standing).equals(number(last.get()))));
    }

    private static Optional<Integer> number(Standing standing) {
        return standing.best().map(TrialRecord::number);
    }

    /** Tells what has come of the study, which is of the trial to take: it may be another than the best of the search. */
    void tellResult(StudyView view, Map<String, String> tags) throws IOException, InterruptedException {
        Standing standing = Standing.of(view.history(), view.facts().direction());
        log(standing, form.result(view, standing), tags);
    }

    private void log(Standing standing, List<Map<String, Object>> metrics, Map<String, String> tags)
            throws IOException, InterruptedException {
        runs.log(parent, Map.of(), metrics, tags);
        last = Optional.of(standing);
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
}
