// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hpo.trial.Direction;
import dev.hpo.trial.JsonValues;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Writes operations as lines.
 *
 * @param worker who writes, which is in each line
 * @param times how times are written
 */
@API(status = Status.INTERNAL, since = "0.1")
public record LineWriter(String worker, Times times) {

    /** How many bytes a line may have, its end not counted, written or read: a text of 20 million characters takes 120 million. */
    public static final int LONGEST = 256 << 20;

    /**
     * Returns the lines of some operations, one after the other.
     *
     * @throws LineException if one would be too long to be read
     */
    public byte[] write(List<Operation> operations) throws LineException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            json.setRootValueSeparator(null);
            for (Operation operation : operations) {
                int before = bytes.size();
                json.writeStartObject();
                new Fields(json).write(operation);
                json.writeEndObject();
                json.flush();
                if (bytes.size() - before > LONGEST) {
                    throw LineException.wrong("line (" + (bytes.size() - before) + " bytes) must have at most "
                            + LONGEST + " bytes; keep large texts in files of their own");
                }
                bytes.write('\n');
            }
        } catch (LineException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes the fields of one line. */
    private final class Fields {

        private final JsonGenerator json;

        Fields(JsonGenerator json) {
            this.json = json;
        }

        void write(Operation operation) throws IOException {
            if (operation instanceof Operation.CreateStudy study) {
                begin(Code.CREATE_STUDY);
                json.writeStringField("study_name", study.name());
                json.writeArrayFieldStart("directions");
                for (Direction direction : study.directions()) {
                    json.writeNumber(Code.of(direction));
                }
                json.writeEndArray();
            } else if (operation instanceof Operation.DeleteStudy deletion) {
                begin(Code.DELETE_STUDY);
                json.writeNumberField("study_id", deletion.study());
            } else if (operation instanceof Operation.StudyAttribute setting) {
                begin(isUser(setting.attribute()) ? Code.SET_STUDY_USER_ATTR : Code.SET_STUDY_SYSTEM_ATTR);
                json.writeNumberField("study_id", setting.study());
                write(setting.attribute());
            } else if (operation instanceof Operation.CreateTrial creation) {
                begin(Code.CREATE_TRIAL);
                json.writeNumberField("study_id", creation.study());
                write(creation.trial());
            } else {
                writeChange(operation);
            }
        }

        private void writeChange(Operation operation) throws IOException {
            if (operation instanceof Operation.SetParameter parameter) {
                begin(Code.SET_TRIAL_PARAM);
                json.writeNumberField("trial_id", parameter.trial());
                json.writeStringField("param_name", parameter.name());
                json.writeNumberField("param_value_internal", parameter.value().internal());
                json.writeStringField(
                        "distribution", parameter.value().distribution().text());
            } else if (operation instanceof Operation.SetState change) {
                begin(Code.SET_TRIAL_STATE_VALUES);
                json.writeNumberField("trial_id", change.trial());
                write(change.standing());
            } else if (operation instanceof Operation.Report report) {
                begin(Code.SET_TRIAL_INTERMEDIATE_VALUE);
                json.writeNumberField("trial_id", report.trial());
                json.writeNumberField("step", report.observation().step());
                json.writeNumberField("intermediate_value", report.observation().value());
                if (report.observation().micros() != Observation.UNTIMED) {
                    json.writeNumberField(
                            OwnAttributes.MICROS, report.observation().micros());
                }
            } else if (operation instanceof Operation.TrialAttribute setting) {
                begin(isUser(setting.attribute()) ? Code.SET_TRIAL_USER_ATTR : Code.SET_TRIAL_SYSTEM_ATTR);
                json.writeNumberField("trial_id", setting.trial());
                write(setting.attribute());
            } else {
                throw new IllegalArgumentException("operation (" + operation + ") must be one to write");
            }
        }

        private static boolean isUser(Attribute attribute) {
            return attribute.audience() == Attribute.Audience.USER;
        }

        private void begin(int code) throws IOException {
            json.writeNumberField("op_code", code);
            json.writeStringField("worker_id", worker);
        }

        private void write(Attribute attribute) throws IOException {
            json.writeObjectFieldStart(isUser(attribute) ? "user_attr" : "system_attr");
            json.writeFieldName(attribute.key());
            JsonValues.write(attribute.value(), json);
            json.writeEndObject();
        }

        private void write(Standing standing) throws IOException {
            json.writeNumberField("state", Code.of(standing.state()));
            if (standing.values().isEmpty()) {
                json.writeNullField("values");
            } else {
                writeValues(standing);
            }
            if (standing.state() == TrialState.RUNNING) {
                json.writeStringField(
                        "datetime_start", times.text(standing.startedAt().orElseThrow()));
            } else if (standing.state().isFinished()) {
                json.writeStringField(
                        "datetime_complete", times.text(standing.completedAt().orElseThrow()));
            }
        }

        private void writeValues(Standing standing) throws IOException {
            json.writeArrayFieldStart("values");
            for (double value : standing.values()) {
                json.writeNumber(value);
            }
            json.writeEndArray();
        }

        /** Some readers take a value of null for one, so that a trial without values has no such key. */
        private void write(Draft trial) throws IOException {
            Standing standing = trial.standing();
            json.writeFieldName("datetime_start");
            JsonValues.write(standing.startedAt().map(times::text).orElse(null), json);
            if (standing.completedAt().isPresent()) {
                json.writeStringField(
                        "datetime_complete", times.text(standing.completedAt().get()));
            }
            json.writeNumberField("state", Code.of(standing.state()));
            if (!standing.values().isEmpty()) {
                writeValues(standing);
            }
            json.writeObjectFieldStart("distributions");
            for (Map.Entry<String, Assignment> parameter : trial.parameters().entrySet()) {
                json.writeStringField(
                        parameter.getKey(), parameter.getValue().distribution().text());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("params");
            for (Map.Entry<String, Assignment> parameter : trial.parameters().entrySet()) {
                json.writeNumberField(parameter.getKey(), parameter.getValue().internal());
            }
            json.writeEndObject();
            write("user_attrs", trial.attributes().user());
            write("system_attrs", trial.attributes().system());
            json.writeObjectFieldStart("intermediate_values");
            for (Observation observation : trial.intermediateValues()) {
                json.writeNumberField(String.valueOf(observation.step()), observation.value());
            }
            json.writeEndObject();
            writeTimes(trial.intermediateValues());
        }

        private void writeTimes(List<Observation> observations) throws IOException {
            List<Observation> timed = observations.stream()
                    .filter(observation -> observation.micros() != Observation.UNTIMED)
                    .toList();
            if (timed.isEmpty()) {
                return;
            }
            json.writeObjectFieldStart(OwnAttributes.MICROS);
            for (Observation observation : timed) {
                json.writeNumberField(String.valueOf(observation.step()), observation.micros());
            }
            json.writeEndObject();
        }

        private void write(String name, Map<String, @Nullable Object> attributes) throws IOException {
            json.writeFieldName(name);
            JsonValues.write(attributes, json);
        }
    }
}
