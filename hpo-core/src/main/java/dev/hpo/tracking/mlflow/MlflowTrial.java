// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import dev.hpo.report.ConfirmedBest;
import dev.hpo.report.Estimate;
import dev.hpo.report.StudyView;
import dev.hpo.space.Parameter;
import dev.hpo.space.VisibleText;
import dev.hpo.tracking.Standing;
import dev.hpo.tracking.TrialSeries;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.PathMask;
import dev.hpo.trial.TrialRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Trials of a study in the form that MLflow has.
 *
 * @param view the study
 * @param mask what is kept out of the texts of exceptions
 */
record MlflowTrial(StudyView view, PathMask mask) {

    /** The tag with the number of a trial. */
    static final String NUMBER = "hpo.trial";

    /** What the library itself keeps with a trial begins so. */
    private static final String OWN = "hpo.";

    /** The ends of an interval are named so, and after the metric. */
    private static final String LOW = "interval/low/";

    private static final String HIGH = "interval/high/";

    private static final int MOST_ATTRIBUTES = 100;

    /** Returns the tags that all runs of a study have. */
    static Map<String, String> common(StudyView view) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("mlflow.source.name", MlflowTexts.value(view.facts().study()));
        Optional.ofNullable(MlflowTrial.class.getPackage().getImplementationVersion())
                .ifPresent(version -> tags.put("hpo.version", version));
        return tags;
    }

    /** Returns the tags that a trial begins with. */
    Map<String, String> tags(TrialRecord trial, String parent) {
        Map<String, String> tags = new LinkedHashMap<>(common(view));
        tags.put("mlflow.parentRunId", parent);
        tags.put(NUMBER, String.valueOf(trial.number()));
        tags.put("hpo.seed", String.valueOf(trial.start().seed()));
        tags.put("hpo.source", trial.start().origin().source().name());
        tags.put("hpo.state", trial.isPaused() ? "PAUSED" : trial.state().name());
        trial.start().origin().copied().ifPresent(number -> tags.put("hpo.parent_trial", String.valueOf(number)));
        String reason = trial.outcome() instanceof Outcome.Pruned pruned
                ? pruned.reason()
                : trial.failure()
                        .map(Failure::message)
                        .map(VisibleText::firstLine)
                        .orElse("");
        if (!reason.isBlank()) {
            tags.put("hpo.reason", MlflowTexts.value(mask.of(reason)));
        }
        return tags;
    }

    Map<String, String> parameters(TrialRecord trial) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Parameter<?> parameter : view.space().parameters()) {
            if (trial.configuration().contains(parameter)) {
                String value = parameter.domain().text(trial.configuration().raw(parameter));
                parameters.put(MlflowTexts.parameter(parameter.name()), MlflowTexts.value(value));
            }
        }
        return parameters;
    }

    List<Map<String, Object>> metrics(TrialRecord trial) {
        return TrialSeries.of(trial, view.run().metric()).stream()
                .flatMap(series -> series.points().stream().map(point -> metric(series.name(), point)))
                .toList();
    }

    /** Returns the best value of the study, if there is one. MLflow shows that of the greatest step; so that is how many trials had ended. */
    List<Map<String, Object>> best(Standing standing) {
        return standing.best().stream()
                .map(trial -> new TrialSeries.Point(
                        standing.ended(),
                        trial.value().orElseThrow(),
                        trial.finishedAt().orElseThrow()))
                .map(value -> metric(view.run().metric(), value))
                .toList();
    }

    /**
     * Returns what has come of the study: the best value, or in its place the mean of the runs that confirm the best configuration, with the ends of its interval if it has any.
     *
     * @param ended the study at its end, whatever it was when this began
     */
    List<Map<String, Object>> result(StudyView ended, Standing standing) {
        return ended.confirmed()
                .map(ConfirmedBest::repeats)
                .map(repeats -> confirmed(repeats.mean(), standing.ended(), latest(ended, standing)))
                .orElseGet(() -> best(standing));
    }

    private List<Map<String, Object>> confirmed(Estimate mean, int step, Instant at) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(view.run().metric(), mean.value());
        values.put(LOW + view.run().metric(), mean.low());
        values.put(HIGH + view.run().metric(), mean.high());
        return values.entrySet().stream()
                .filter(value -> Double.isFinite(value.getValue()))
                .map(value -> metric(value.getKey(), new TrialSeries.Point(step, value.getValue(), at)))
                .toList();
    }

    /** Of several values of a step MLflow shows the latest, and the best of the search may have ended within the same millisecond. */
    private static Instant latest(StudyView ended, Standing standing) {
        return Stream.concat(
                        ended.confirmation().stream().flatMap(runs -> runs.chosen().stream()), standing.best().stream())
                .flatMap(trial -> trial.finishedAt().stream())
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plusMillis(1);
    }

    private static Map<String, Object> metric(String name, TrialSeries.Point point) {
        return Map.of(
                "key",
                MlflowTexts.name(name),
                "value",
                point.value(),
                "timestamp",
                point.at().toEpochMilli(),
                "step",
                point.step());
    }

    /** Returns what a trial has noted, as tags. */
    Map<String, String> attributes(TrialRecord trial) {
        Map<String, String> tags = new LinkedHashMap<>();
        trial.progress().attributes().entrySet().stream()
                .filter(attribute -> !attribute.getKey().startsWith(OWN))
                .sorted(Map.Entry.comparingByKey())
                .limit(MOST_ATTRIBUTES)
                .forEach(attribute -> tags.put(
                        MlflowTexts.name("attribute." + attribute.getKey()), MlflowTexts.value(attribute.getValue())));
        return tags;
    }
}
