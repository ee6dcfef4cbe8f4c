// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Trials in JSON. */
final class JsonTrials {

    private final List<Parameter<?>> parameters;
    private final JsonGenerator json;

    JsonTrials(Space<?> space, JsonGenerator json) {
        this.parameters = space.parameters();
        this.json = json;
    }

    void write(TrialRecord trial) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", trial.number());
        json.writeStringField("state", trial.state().name());
        if (trial.outcome() instanceof Outcome.Complete complete) {
            numbers("values", complete.values());
            numbers("constraints", complete.constraints());
        }
        writeParameters(trial);
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

    private void writeParameters(TrialRecord trial) throws IOException {
        json.writeObjectFieldStart("parameters");
        for (Parameter<?> parameter : parameters) {
            Object raw = trial.configuration().asMap().get(parameter.name());
            if (raw != null) {
                json.writeFieldName(parameter.name());
                writeRaw(raw);
            }
        }
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
        strings("notes", origin.notes());
    }

    private void write(Progress progress) throws IOException {
        if (!progress.observations().isEmpty()) {
            json.writeFieldName("observations");
            write(progress.observations());
        }
        if (!progress.metrics().isEmpty()) {
            json.writeObjectFieldStart("metrics");
            for (Map.Entry<String, List<Observation>> metric : new TreeMap<>(progress.metrics()).entrySet()) {
                json.writeFieldName(metric.getKey());
                write(metric.getValue());
            }
            json.writeEndObject();
        }
        strings("attributes", progress.attributes());
    }

    private void write(List<Observation> observations) throws IOException {
        json.writeStartArray();
        for (Observation observation : observations) {
            json.writeStartArray();
            json.writeNumber(observation.step());
            json.writeNumber(observation.value());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void writeReason(Outcome outcome) throws IOException {
        if (outcome instanceof Outcome.Pruned pruned) {
            json.writeStringField("reason", pruned.reason());
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
