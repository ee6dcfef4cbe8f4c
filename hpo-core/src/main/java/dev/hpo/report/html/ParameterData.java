// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Space;
import java.io.IOException;

/** The parameters of a space, with the scales on which they are drawn. */
final class ParameterData {

    private final Space<?> space;

    ParameterData(Space<?> space) {
        this.space = space;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("parameters");
        for (Parameter<?> parameter : space.parameters()) {
            json.writeStartObject();
            json.writeStringField("name", TextPool.name(parameter.name()));
            json.writeStringField("domain", TextPool.name(parameter.domain().describe()));
            json.writeBooleanField("isConditional", !parameter.conditions().isEmpty());
            if (parameter.domain() instanceof RealDomain real) {
                write(real.scale(), real.min(), real.max(), json);
            } else if (parameter.domain() instanceof IntegerDomain integer) {
                write(integer.scale(), (double) integer.min(), (double) integer.max(), json);
            } else if (parameter.domain() instanceof ChoiceDomain choice) {
                json.writeArrayFieldStart("choices");
                for (String text : choice.choices()) {
                    json.writeString(TextPool.name(text));
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(Scale scale, double min, double max, JsonGenerator json) throws IOException {
        json.writeStringField("scale", scale.name());
        json.writeNumberField("min", min);
        json.writeNumberField("max", max);
    }

    /** Writes a value of a parameter: a number, or the place of a choice; null where the parameter does not exist. */
    static void writeValue(Parameter<?> parameter, Object raw, int digits, JsonGenerator json) throws IOException {
        if (parameter.domain() instanceof ChoiceDomain choice && raw instanceof String text) {
            json.writeNumber(choice.choices().indexOf(text));
        } else if (raw instanceof Number number) {
            EmbeddedJson.writeNumber(json, number.doubleValue(), digits);
        } else {
            json.writeNull();
        }
    }
}
