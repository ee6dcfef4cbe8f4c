// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Writes trials in JSON. The order of the keys is fixed, that of parameters the configuration's, that of other maps
 * alphabetical; what is empty is left out. Seeds are strings, since many readers keep only 53 bits, and so are NaN and the
 * infinities.
 *
 * <pre>
 * {"number", "attempt", "state", "values", "constraints", "parameters": {}, "seed", "source", "parent", "notes": {},
 *  "startedAt", "finishedAt", "observations": [[step, value, others...]], "elapsed": [seconds],
 *  "metrics": {name: [[step, value]]}, "metricsElapsed": {name: [seconds]}, "attributes": {},
 *  "reason", "failure": {"kind", "message", "trace"}}
 * </pre>
 *
 * <p>{@code elapsed} has for each observation when it was made, from the beginning of the trial; null where that is not known.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class TrialJson {

    private final JsonGenerator json;

    private TrialJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a trial as an object. */
    public static void write(TrialRecord trial, JsonGenerator json) throws IOException {
        new TrialJson(json).write(trial);
    }

    private void write(TrialRecord trial) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", trial.number());
        if (trial.key().attempt() > 0) {
            json.writeNumberField("attempt", trial.key().attempt());
        }
        json.writeStringField("state", trial.state().name());
        if (trial.outcome() instanceof Outcome.Complete complete) {
            numbers("values", complete.values());
            numbers("constraints", complete.constraints());
        }
        json.writeObjectFieldStart("parameters");
        for (Map.Entry<String, Object> value : trial.configuration().asMap().entrySet()) {
            json.writeFieldName(value.getKey());
            writeRaw(value.getValue());
        }
        json.writeEndObject();
        json.writeStringField("seed", String.valueOf(trial.start().seed()));
        write(trial.start().origin());
        json.writeStringField("startedAt", trial.start().startedAt().toString());
        Optional<Instant> end = trial.finishedAt();
        if (end.isPresent()) {
            json.writeStringField("finishedAt", end.get().toString());
        }
        write(trial.progress());
        writeReason(trial.outcome());
        json.writeEndObject();
    }

    private void writeRaw(Object raw) throws IOException {
        if (raw instanceof Double real) {
            json.writeNumber(real);
        } else if (raw instanceof Long integer) {
            json.writeNumber(integer);
        } else {
            json.writeString(raw.toString());
        }
    }

    private void write(Origin origin) throws IOException {
        json.writeStringField("source", origin.source().name());
        if (origin.parent().isPresent()) {
            json.writeNumberField("parent", origin.parent().getAsInt());
        }
        if (origin.fork().isPresent()) {
            json.writeNumberField("fork", origin.fork().getAsInt());
        }
        strings("notes", origin.notes());
    }

    private void write(Progress progress) throws IOException {
        if (!progress.observations().isEmpty()) {
            json.writeFieldName("observations");
            write(progress.observations());
            writeTimes("elapsed", progress.observations());
        }
        if (progress.inherited() > 0) {
            json.writeNumberField("inherited", progress.inherited());
        }
        if (!progress.metrics().isEmpty()) {
            json.writeObjectFieldStart("metrics");
            for (Map.Entry<String, List<Observation>> metric : new TreeMap<>(progress.metrics()).entrySet()) {
                json.writeFieldName(metric.getKey());
                write(metric.getValue());
            }
            json.writeEndObject();
            writeMetricTimes(progress);
        }
        strings("attributes", progress.attributes());
    }

    private void write(List<Observation> observations) throws IOException {
        json.writeStartArray();
        for (Observation observation : observations) {
            json.writeStartArray();
            json.writeNumber(observation.step());
            json.writeNumber(observation.value());
            for (double other : observation.others()) {
                json.writeNumber(other);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void writeMetricTimes(Progress progress) throws IOException {
        if (progress.metrics().values().stream().anyMatch(TrialJson::areTimed)) {
            json.writeObjectFieldStart("metricsElapsed");
            for (Map.Entry<String, List<Observation>> metric : new TreeMap<>(progress.metrics()).entrySet()) {
                writeTimes(metric.getKey(), metric.getValue());
            }
            json.writeEndObject();
        }
    }

    private void writeTimes(String key, List<Observation> observations) throws IOException {
        if (!areTimed(observations)) {
            return;
        }
        json.writeArrayFieldStart(key);
        for (Observation observation : observations) {
            if (observation.micros() == Observation.UNTIMED) {
                json.writeNull();
            } else {
                json.writeNumber(BigDecimal.valueOf(observation.micros(), 6));
            }
        }
        json.writeEndArray();
    }

    private static boolean areTimed(List<Observation> observations) {
        return observations.stream().anyMatch(observation -> observation.micros() != Observation.UNTIMED);
    }

    private void writeReason(Outcome outcome) throws IOException {
        if (outcome instanceof Outcome.Pruned pruned) {
            json.writeStringField("reason", pruned.reason());
            if (pruned.isPaused()) {
                json.writeBooleanField("paused", true);
            }
        } else if (outcome instanceof Outcome.Failed failed) {
            Failure failure = failed.failure();
            json.writeObjectFieldStart("failure");
            json.writeStringField("kind", failure.kind().name());
            json.writeStringField("message", failure.message());
            if (!failure.trace().isEmpty()) {
                json.writeStringField("trace", failure.trace());
            }
            json.writeEndObject();
        }
    }

    private void numbers(String key, List<Double> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(key);
            for (double value : values) {
                json.writeNumber(value);
            }
            json.writeEndArray();
        }
    }

    /** By key, since the order of an immutable map changes from one JVM to the next. */
    private void strings(String key, Map<String, String> entries) throws IOException {
        if (!entries.isEmpty()) {
            json.writeObjectFieldStart(key);
            for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        }
    }
}
