// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a line that creates a trial or sets the state of one, while it is read. */
final class DraftFields {

    private final Distributions distributions;
    private @Nullable TrialState state;
    private List<Double> values = List.of();
    private @Nullable Instant startedAt;
    private @Nullable Instant completedAt;
    private boolean hasStart;
    private boolean hasValues;
    private Map<String, Distribution> drawnFrom = Map.of();
    private Map<String, Double> internals = Map.of();
    private Map<String, @Nullable Object> user = Map.of();
    private Map<String, @Nullable Object> system = Map.of();
    private final List<Observation> reports = new ArrayList<>();
    private final Map<String, Long> micros = new HashMap<>();

    DraftFields(Distributions distributions) {
        this.distributions = distributions;
    }

    /** Takes a field of a line that creates a trial; returns whether there is a use for it. */
    boolean read(String field, JsonParser json, boolean wantsReports) throws IOException {
        switch (field) {
            case "distributions" -> readDistributions(field, json);
            case "params" -> {
                internals = new LinkedHashMap<>();
                Fields.numbers(field, json, internals);
            }
            case "user_attrs" -> user = attributes(field, json);
            case "system_attrs" -> system = attributes(field, json);
            case "intermediate_values" -> readReports(field, json, wantsReports);
            case OwnAttributes.MICROS -> readTimes(json, wantsReports);
            case "value" -> {
                if (json.currentToken() != JsonToken.VALUE_NULL) {
                    values = List.of(Fields.number(field, json));
                }
            }
            default -> {
                return readStanding(field, json);
            }
        }
        return true;
    }

    /** Takes a field of a line that sets a state; returns whether there is a use for it. */
    boolean readStanding(String field, JsonParser json) throws IOException {
        switch (field) {
            case "state" -> state = Code.state(Fields.integer(field, json));
            case "values" -> readValues(field, json);
            case "datetime_start" -> {
                startedAt = time(field, json);
                hasStart = true;
            }
            case "datetime_complete" -> completedAt = time(field, json);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void readValues(String field, JsonParser json) throws IOException {
        hasValues = true;
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        List<Double> read = new ArrayList<>();
        Fields.require(JsonToken.START_ARRAY, field, "a list", json);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            read.add(Fields.number(field, json));
        }
        values = read;
    }

    private static @Nullable Instant time(String field, JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NULL ? null : Times.parse(Fields.text(field, json));
    }

    private void readDistributions(String field, JsonParser json) throws IOException {
        drawnFrom = new LinkedHashMap<>();
        Fields.require(JsonToken.START_OBJECT, field, "an object", json);
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            Fields.require(JsonToken.VALUE_STRING, name, "a text", json);
            drawnFrom.put(name, distributions.read(json));
        }
    }

    private static Map<String, @Nullable Object> attributes(String field, JsonParser json) throws IOException {
        Fields.require(JsonToken.START_OBJECT, field, "an object", json);
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            attributes.put(key, Json.read(json));
        }
        return attributes;
    }

    /** Reads them also where nobody wants them, as whether they are sound must be the same for everybody. */
    private void readReports(String field, JsonParser json, boolean areWanted) throws IOException {
        Fields.require(JsonToken.START_OBJECT, field, "an object", json);
        for (String step = json.nextFieldName(); step != null; step = json.nextFieldName()) {
            json.nextToken();
            Observation report = new Observation(step(step), Fields.number(step, json));
            if (areWanted) {
                reports.add(report);
            }
        }
    }

    private void readTimes(JsonParser json, boolean areWanted) throws IOException {
        if (!areWanted || json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String step = json.nextFieldName(); step != null; step = json.nextFieldName()) {
            json.nextToken();
            micros.put(step, OwnAttributes.micros(json));
            json.skipChildren();
        }
    }

    private List<Observation> timed() {
        return micros.isEmpty() ? reports : reports.stream().map(this::timed).toList();
    }

    private Observation timed(Observation report) {
        long time = micros.getOrDefault(String.valueOf(report.step()), Observation.UNTIMED);
        return new Observation(report.step(), report.value(), report.others(), time);
    }

    private static long step(String text) throws LineException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw LineException.wrong("step (" + Shown.of(text) + ") must be a whole number of 64 bits");
        }
    }

    /** Returns whether the fields so far say that the trial is queued. */
    boolean isWaiting() {
        return state == TrialState.WAITING;
    }

    /** Returns the trial that a line creates, which is running if nothing else is said. */
    Draft draft() throws LineException {
        if (!hasStart) {
            throw LineException.wrong("datetime_start must be there");
        }
        if (state == null) {
            state = TrialState.RUNNING;
        }
        return new Draft(standing(state), parameters(), new Attributes(user, system), timed());
    }

    /** Returns the state that a line sets. */
    Standing standing() throws LineException {
        TrialState set = Fields.there("state", state);
        if (!hasValues) {
            throw LineException.wrong("values must be there");
        }
        if (set == TrialState.RUNNING) {
            Fields.there("datetime_start", startedAt);
        } else if (set.isFinished()) {
            Fields.there("datetime_complete", completedAt);
        }
        return standing(set);
    }

    private Standing standing(TrialState set) {
        return new Standing(set, values, Optional.ofNullable(startedAt), Optional.ofNullable(completedAt));
    }

    private Map<String, Assignment> parameters() throws LineException {
        Map<String, Assignment> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, Double> entry : internals.entrySet()) {
            Distribution distribution = drawnFrom.get(entry.getKey());
            if (distribution == null) {
                throw LineException.wrong("distributions must have that of " + Shown.of(entry.getKey()));
            }
            parameters.put(entry.getKey(), new Assignment(distribution, entry.getValue()));
        }
        return parameters;
    }
}
