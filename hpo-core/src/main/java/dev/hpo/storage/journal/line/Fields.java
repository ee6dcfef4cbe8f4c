// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a line while it is read. */
final class Fields {

    private static final int NONE = Integer.MIN_VALUE;

    private final int code;
    private final Interest interest;
    private final DraftFields draft;
    private int study = NONE;
    private int trial = NONE;
    private String worker = "";
    private @Nullable String name;
    private @Nullable List<Direction> directions;
    private @Nullable Attribute attribute;
    private @Nullable Distribution distribution;
    private @Nullable Double internal;
    private @Nullable Long step;
    private @Nullable Double intermediate;
    private long micros = Observation.UNTIMED;
    private boolean isPassed;
    private boolean isQueued;
    private final Distributions distributions;

    Fields(int code, Interest interest, Distributions distributions) throws LineException {
        if (code < Code.CREATE_STUDY || code > Code.DISCARD_TRIALS) {
            throw LineException.wrong(
                    "op_code (" + code + ") must be from 0 to 10; a later version may have written it");
        }
        this.code = code;
        this.interest = interest;
        this.distributions = distributions;
        this.draft = new DraftFields(distributions);
    }

    /** Takes a field, the parser standing at its value. */
    void read(String field, JsonParser json) throws IOException {
        switch (field) {
            case "worker_id" -> worker = text(field, json);
            case "study_id" -> readStudy(json);
            case "trial_id" -> readTrial(json);
            default -> {
                if (isPassed) {
                    isQueued |= field.equals("state") && isWaiting(field, json);
                    json.skipChildren();
                } else if (!readContent(field, json)) {
                    json.skipChildren();
                }
            }
        }
    }

    private boolean isWaiting(String field, JsonParser json) throws IOException {
        return code == Code.CREATE_TRIAL && Code.state(integer(field, json)) == TrialState.WAITING;
    }

    /** Returns whether the line was passed over though it queues a trial, which is always of interest. */
    boolean isPassedQueue() {
        return isPassed && (isQueued || draft.isWaiting());
    }

    private void readStudy(JsonParser json) throws IOException {
        if (code <= Code.CREATE_TRIAL) {
            study = integer("study_id", json);
            isPassed = code == Code.CREATE_TRIAL && !interest.inTrialsOf(study);
        } else {
            json.skipChildren();
        }
    }

    private void readTrial(JsonParser json) throws IOException {
        if (code > Code.CREATE_TRIAL && code < Code.DISCARD_TRIALS) {
            trial = integer("trial_id", json);
            boolean isUnwanted = code == Code.SET_TRIAL_INTERMEDIATE_VALUE && !interest.inReports();
            isPassed = isUnwanted || !interest.inTrial(trial);
        } else {
            json.skipChildren();
        }
    }

    /** Returns whether the operation has a use for the field. */
    private boolean readContent(String field, JsonParser json) throws IOException {
        return switch (code) {
            case Code.CREATE_STUDY -> readStudyContent(field, json);
            case Code.SET_STUDY_USER_ATTR, Code.SET_TRIAL_USER_ATTR ->
                field.equals("user_attr") && readAttribute(Attribute.Audience.USER, field, json);
            case Code.SET_STUDY_SYSTEM_ATTR, Code.SET_TRIAL_SYSTEM_ATTR ->
                field.equals("system_attr") && readAttribute(Attribute.Audience.SYSTEM, field, json);
            case Code.CREATE_TRIAL -> draft.read(field, json, interest.inReports());
            case Code.SET_TRIAL_PARAM -> readParameter(field, json);
            case Code.SET_TRIAL_STATE_VALUES -> draft.readStanding(field, json);
            case Code.SET_TRIAL_INTERMEDIATE_VALUE -> readReport(field, json);
            default -> false;
        };
    }

    private boolean readStudyContent(String field, JsonParser json) throws IOException {
        if (field.equals("study_name")) {
            name = text(field, json);
            return true;
        }
        if (!field.equals("directions")) {
            return false;
        }
        List<Direction> read = new ArrayList<>();
        require(JsonToken.START_ARRAY, field, "a list", json);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            read.add(Code.direction(integer(field, json)));
        }
        directions = read;
        return true;
    }

    private boolean readAttribute(Attribute.Audience audience, String field, JsonParser json) throws IOException {
        require(JsonToken.START_OBJECT, field, "an object", json);
        String key = json.nextFieldName();
        if (key != null) {
            json.nextToken();
            attribute = new Attribute(audience, key, Json.read(json));
        }
        if (key == null || json.nextToken() != JsonToken.END_OBJECT) {
            throw LineException.wrong(field + " must have one key");
        }
        return true;
    }

    private boolean readParameter(String field, JsonParser json) throws IOException {
        switch (field) {
            case "param_name" -> name = text(field, json);
            case "param_value_internal" -> internal = number(field, json);
            case "distribution" -> {
                require(JsonToken.VALUE_STRING, field, "a text", json);
                distribution = distributions.read(json);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean readReport(String field, JsonParser json) throws IOException {
        if (field.equals("step")) {
            require(JsonToken.VALUE_NUMBER_INT, field, "a whole number", json);
            step = json.getLongValue();
            return true;
        }
        if (field.equals("intermediate_value")) {
            intermediate = number(field, json);
            return true;
        }
        if (field.equals(OwnAttributes.MICROS)) {
            micros = OwnAttributes.micros(json);
        }
        return false;
    }

    Line line() throws LineException {
        return new Line(operation(), worker);
    }

    private Operation operation() throws LineException {
        if (isPassed) {
            return code == Code.CREATE_TRIAL ? new Operation.PassedTrial(study) : new Operation.PassedChange();
        }
        return switch (code) {
            case Code.CREATE_STUDY ->
                new Operation.CreateStudy(there("study_name", name), there("directions", directions));
            case Code.DELETE_STUDY -> new Operation.DeleteStudy(id("study_id", study));
            case Code.SET_STUDY_USER_ATTR ->
                new Operation.StudyAttribute(id("study_id", study), there("user_attr", attribute));
            case Code.SET_STUDY_SYSTEM_ATTR ->
                new Operation.StudyAttribute(id("study_id", study), there("system_attr", attribute));
            case Code.CREATE_TRIAL -> new Operation.CreateTrial(id("study_id", study), draft.draft());
            case Code.DISCARD_TRIALS -> new Operation.Ignored();
            default -> change(id("trial_id", trial));
        };
    }

    private Operation change(int id) throws LineException {
        return switch (code) {
            case Code.SET_TRIAL_PARAM ->
                new Operation.SetParameter(
                        id,
                        there("param_name", name),
                        new Assignment(there("distribution", distribution), there("param_value_internal", internal)));
            case Code.SET_TRIAL_STATE_VALUES -> new Operation.SetState(id, draft.standing());
            case Code.SET_TRIAL_INTERMEDIATE_VALUE ->
                new Operation.Report(
                        id,
                        new Observation(
                                there("step", step), there("intermediate_value", intermediate), List.of(), micros));
            case Code.SET_TRIAL_USER_ATTR -> new Operation.TrialAttribute(id, there("user_attr", attribute));
            default -> new Operation.TrialAttribute(id, OwnAttributes.sound(there("system_attr", attribute)));
        };
    }

    private static int id(String field, int value) throws LineException {
        return value == NONE ? there(field, null) : value;
    }

    static <V> V there(String field, @Nullable V value) throws LineException {
        if (value == null) {
            throw LineException.wrong(field + " must be there");
        }
        return value;
    }

    static void require(JsonToken token, String field, String what, JsonParser json) throws IOException {
        if (json.currentToken() != token) {
            throw wrong(field, what, json);
        }
    }

    private static LineException wrong(String field, String what, JsonParser json) throws IOException {
        boolean isScalar = json.currentToken().isScalarValue();
        String found = isScalar ? json.getText() : json.currentToken() == JsonToken.START_OBJECT ? "object" : "list";
        return LineException.wrong(Shown.of(field) + " (" + Shown.of(found) + ") must be " + what);
    }

    static String text(String field, JsonParser json) throws IOException {
        require(JsonToken.VALUE_STRING, field, "a text", json);
        return json.getText();
    }

    static int integer(String field, JsonParser json) throws IOException {
        require(JsonToken.VALUE_NUMBER_INT, field, "a whole number", json);
        if (json.getNumberType() != JsonParser.NumberType.INT) {
            throw wrong(field, "a whole number of 32 bits", json);
        }
        return json.getIntValue();
    }

    /** Some writers have NaN and the infinities as texts. */
    static double number(String field, JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return switch (json.getText().toLowerCase(Locale.ROOT)) {
                case "nan" -> Double.NaN;
                case "inf", "infinity" -> Double.POSITIVE_INFINITY;
                case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
                default -> throw wrong(field, "a number", json);
            };
        }
        if (!json.currentToken().isNumeric()) {
            throw wrong(field, "a number", json);
        }
        return json.getDoubleValue();
    }

    /** Reads the numbers of an object by name. */
    static void numbers(String field, JsonParser json, Map<String, Double> sink) throws IOException {
        require(JsonToken.START_OBJECT, field, "an object", json);
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            sink.put(key, number(key, json));
        }
    }
}
