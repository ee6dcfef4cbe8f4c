// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hpo.report.StudyView;
import dev.hpo.space.Parameter;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.PathMask;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The trials of a page, a column for each fact. */
final class TrialData {

    private static final int VALUE_DIGITS = 9;
    private static final int DIGITS = 6;

    /** In characters: all reasons and traces, one reason, one trace, and one of them when there is no more room. */
    private static final int ROOM = 600_000;

    private static final int REASON = 500;
    private static final int TRACE = 8_000;
    private static final int SHORT = 30;

    /** In characters: all attributes, and one. */
    private static final int ATTRIBUTES = 400_000;

    private static final int ATTRIBUTE = 200;

    private final StudyView view;
    private final List<TrialRecord> trials;
    private final TextPool texts;

    TrialData(StudyView view, List<TrialRecord> trials, PathMask mask) {
        this.view = view;
        this.trials = trials;
        this.texts = new TextPool(mask, ROOM);
    }

    void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("trials");
        column(json, "number", (trial, cell) -> cell.writeNumber(trial.number()));
        column(json, "state", (trial, cell) -> cell.writeString(state(trial)));
        column(json, "value", (trial, cell) -> writeNumber(cell, trial.value(), VALUE_DIGITS));
        column(json, "last", (trial, cell) -> writeNumber(cell, last(trial), DIGITS));
        column(json, "step", (trial, cell) -> cell.writeNumber(trial.lastStep().orElse(-1)));
        column(
                json,
                "source",
                (trial, cell) -> cell.writeString(lower(trial.start().origin().source())));
        column(
                json,
                "parent",
                (trial, cell) ->
                        cell.writeNumber(trial.start().origin().copied().orElse(-1)));
        writeTimes(json);
        column(json, "failure", (trial, cell) -> cell.writeNumber(texts.place(kind(trial), REASON, SHORT)));
        // Traces come first, as reasons of pruned trials may be many and say little.
        column(json, "trace", (trial, cell) -> cell.writeNumber(texts.place(trace(trial), TRACE, SHORT)));
        column(json, "reason", (trial, cell) -> cell.writeNumber(texts.place(reason(trial), REASON, SHORT)));
        json.writeArrayFieldStart("parameters");
        for (Parameter<?> parameter : view.space().parameters()) {
            json.writeStartArray();
            for (TrialRecord trial : trials) {
                Object raw = trial.configuration().asMap().get(parameter.name());
                ParameterData.writeValue(parameter, raw == null ? "" : raw, DIGITS, json);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        writeAttributes(json);
        json.writeEndObject();
        json.writeArrayFieldStart("texts");
        for (String text : texts.texts()) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void column(JsonGenerator json, String name, Cell cell) throws IOException {
        json.writeArrayFieldStart(name);
        for (TrialRecord trial : trials) {
            cell.write(trial, json);
        }
        json.writeEndArray();
    }

    private void writeTimes(JsonGenerator json) throws IOException {
        Instant first = trials.stream()
                .map(trial -> trial.start().startedAt())
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        column(
                json,
                "begin",
                (trial, cell) -> cell.writeNumber(
                        Duration.between(first, trial.start().startedAt()).toMillis()));
        column(
                json,
                "duration",
                (trial, cell) -> cell.writeNumber(
                        trial.duration().map(Duration::toMillis).orElse(-1L)));
    }

    /** Of a trial: name, value, name, value; the last values of its metrics, too, as numbers. What is beyond the room that there is for all is left out. */
    private void writeAttributes(JsonGenerator json) throws IOException {
        int room = ATTRIBUTES;
        json.writeArrayFieldStart("attributes");
        for (TrialRecord trial : trials) {
            json.writeStartArray();
            for (Map.Entry<String, String> entry :
                    new TreeMap<>(trial.progress().attributes()).entrySet()) {
                String value = TextPool.cut(entry.getValue(), ATTRIBUTE);
                room -= entry.getKey().length() + value.length();
                if (room >= 0) {
                    json.writeString(TextPool.name(entry.getKey()));
                    json.writeString(value);
                }
            }
            for (Map.Entry<String, List<Observation>> metric :
                    new TreeMap<>(trial.progress().metrics()).entrySet()) {
                List<Observation> values = metric.getValue();
                room -= metric.getKey().length() + VALUE_DIGITS;
                if (room >= 0 && !values.isEmpty()) {
                    json.writeString(TextPool.name(metric.getKey()));
                    EmbeddedJson.writeNumber(json, values.get(values.size() - 1).value(), DIGITS);
                }
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    static String state(TrialRecord trial) {
        return trial.isPaused() ? "paused" : trial.isRejected() ? "rejected" : lower(trial.state());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static OptionalDouble last(TrialRecord trial) {
        return trial.lastObservation().stream().mapToDouble(Observation::value).findFirst();
    }

    static String kind(TrialRecord trial) {
        return trial.failure().map(Failure::kind).map(TrialData::lower).orElse("");
    }

    private static String trace(TrialRecord trial) {
        return trial.failure().map(Failure::trace).orElse("");
    }

    private static String reason(TrialRecord trial) {
        return trial.outcome() instanceof Outcome.Pruned pruned
                ? pruned.reason()
                : trial.failure().map(Failure::message).orElse("");
    }

    static void writeNumber(JsonGenerator json, OptionalDouble value, int digits) throws IOException {
        if (value.isPresent()) {
            EmbeddedJson.writeNumber(json, value.getAsDouble(), digits);
        } else {
            json.writeNull();
        }
    }

    @FunctionalInterface
    interface Cell {
        void write(TrialRecord trial, JsonGenerator json) throws IOException;
    }
}
