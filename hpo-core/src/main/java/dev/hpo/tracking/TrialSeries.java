// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking;

import dev.hpo.report.Thinning;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Values of a trial by step, under one name: its objective value, which is one and is there only if it is complete; its intermediate values; or a metric.
 *
 * @param name what other tools call it
 * @param points by rising step; of more than {@value #MOST} so many, evenly spread, and the first that is not finite
 */
@API(status = Status.INTERNAL, since = "0.1")
public record TrialSeries(String name, List<Point> points) {

    static final int MOST = 1000;

    private static final String INTERMEDIATE = "intermediate/";
    private static final String METRICS = "metrics/";

    /** Creates a series. */
    public TrialSeries {
        points = List.copyOf(points);
    }

    /**
     * Returns all series of a trial that has ended.
     *
     * @param metric what the objective value is
     */
    public static List<TrialSeries> of(TrialRecord trial, String metric) {
        List<TrialSeries> all = new ArrayList<>();
        Instant end = trial.finishedAt().orElseThrow();
        if (trial.value().isPresent()) {
            Point value = new Point(trial.lastStep().orElse(0), trial.value().getAsDouble(), end);
            all.add(new TrialSeries(metric, List.of(value)));
        }
        if (!trial.observations().isEmpty()) {
            all.add(new TrialSeries(INTERMEDIATE + metric, points(trial, trial.observations())));
        }
        // A metric may have the name of the objective.
        new TreeMap<>(trial.progress().metrics()).forEach((name, values) -> {
            boolean isTaken = name.equals(metric) || name.equals(INTERMEDIATE + metric);
            all.add(new TrialSeries(isTaken ? METRICS + name : name, points(trial, values)));
        });
        return List.copyOf(all);
    }

    private static List<Point> points(TrialRecord trial, List<Observation> values) {
        return Arrays.stream(Thinning.kept(
                        values.size(), MOST, index -> values.get(index).value()))
                .mapToObj(values::get)
                .map(value -> new Point(value.step(), value.value(), at(trial, value)))
                .toList();
    }

    /** Where it is not known when a value was reported, it was at the latest when the trial ended. */
    private static Instant at(TrialRecord trial, Observation value) {
        Optional<Instant> at = value.elapsed().map(trial.start().startedAt()::plus);
        return at.orElseGet(() -> trial.finishedAt().orElseThrow());
    }

    /**
     * A value at a step.
     *
     * @param step how far the trial had come
     * @param value the value, which may be NaN or infinite
     * @param at when it was reported
     */
    @API(status = Status.INTERNAL, since = "0.1")
    public record Point(long step, double value, Instant at) {}
}
