// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hpo.report.Thinning;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The learning curves of a page, thinned so that all together stay small: {@code [[step, value, step, value, ...], ...]}, one for each trial that is shown, and
 * of the leading trials those of their metrics, too, by the place of the trial and the name of the metric. A segment of a training in a population has what it has reported itself, without what it has gone on with, as
 * there would be the more of it the longer the training is.
 */
final class CurveData {

    private static final int POINTS = 80_000;
    private static final int LONGEST = 400;
    private static final int SHORTEST = 6;
    private static final int DIGITS = 6;
    private static final int METRICS = 12;

    private final List<TrialRecord> trials;
    private final Set<Integer> leading;
    private final boolean isOfSegments;
    private final int most;

    /**
     * Creates the curves.
     *
     * @param leading the numbers of the trials whose metrics are shown
     * @param isOfSegments whether the trials are segments of trainings
     */
    CurveData(List<TrialRecord> trials, Set<Integer> leading, boolean isOfSegments) {
        this.trials = trials;
        this.leading = leading;
        this.isOfSegments = isOfSegments;
        long curves = trials.stream()
                        .filter(trial -> !observations(trial).isEmpty())
                        .count()
                + trials.stream().mapToLong(trial -> metrics(trial).size()).sum();
        this.most = (int) Math.max(SHORTEST, Math.min(LONGEST, POINTS / Math.max(1, curves)));
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("curves");
        for (TrialRecord trial : trials) {
            write(observations(trial), json);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("metricCurves");
        for (int place = 0; place < trials.size(); place++) {
            Map<String, List<Observation>> metrics = metrics(trials.get(place));
            if (!metrics.isEmpty()) {
                json.writeArrayFieldStart(String.valueOf(place));
                for (Map.Entry<String, List<Observation>> metric : metrics.entrySet()) {
                    json.writeString(metric.getKey());
                    write(metric.getValue(), json);
                }
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    private void write(List<Observation> observations, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (int index : Thinning.kept(
                observations.size(), most, at -> observations.get(at).value())) {
            json.writeNumber(observations.get(index).step());
            EmbeddedJson.writeNumber(json, observations.get(index).value(), DIGITS);
        }
        json.writeEndArray();
    }

    private List<Observation> observations(TrialRecord trial) {
        return isOfSegments ? trial.progress().charged() : trial.observations();
    }

    private Map<String, List<Observation>> metrics(TrialRecord trial) {
        Map<String, List<Observation>> shown = new TreeMap<>();
        if (leading.contains(trial.number())) {
            new TreeMap<>(trial.progress().metrics())
                    .entrySet().stream()
                            .limit(METRICS)
                            .forEach(metric -> shown.put(TextPool.name(metric.getKey()), metric.getValue()));
        }
        return shown;
    }
}
