// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a line in JSON does although something in it is wrong. One that creates a trial takes its place: Optuna counts it, so that all that
 * follow would be somebody else's. One that sets a parameter leaves a trial of which nobody knows what it was run with.
 */
final class Salvage {

    private @Nullable Integer code;
    private @Nullable Integer study;
    private @Nullable Integer trial;
    private @Nullable String parameter;
    private String worker = "";

    private Salvage() {}

    /**
     * Reads a line anew.
     *
     * @param fault what is wrong with it
     * @return empty if it can be left out
     */
    static Optional<Line> of(JsonParser json, String fault) throws IOException {
        Salvage found = new Salvage();
        json.nextToken();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            found.read(name, json);
            json.skipChildren();
        }
        LineReader.requireEnd(json);
        return found.operation(fault).map(operation -> new Line(operation, found.worker, Optional.of(fault)));
    }

    private void read(String field, JsonParser json) throws IOException {
        switch (field) {
            case "op_code" -> code = integer(json);
            case LineIds.STUDY -> study = integer(json);
            case LineIds.TRIAL -> trial = integer(json);
            case "param_name" -> parameter = text(json);
            case "worker_id" -> {
                String text = text(json);
                worker = text == null ? "" : text;
            }
            default -> {}
        }
    }

    private Optional<Operation> operation(String fault) {
        if (code != null && code == Code.CREATE_TRIAL && study != null) {
            return Optional.of(
                    new Operation.CreateTrial(study, Draft.unknown("the line that began it cannot be read: " + fault)));
        }
        if (code != null && code == Code.SET_TRIAL_PARAM && trial != null && parameter != null) {
            return Optional.of(new Operation.UnreadableParameter(trial, parameter, fault));
        }
        return Optional.empty();
    }

    private static @Nullable String text(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : null;
    }

    private static @Nullable Integer integer(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT
                ? json.getIntValue()
                : null;
    }
}
