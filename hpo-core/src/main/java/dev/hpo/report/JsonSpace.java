// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Domain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Space;
import java.io.IOException;
import java.util.List;

/** The description of a space in JSON. */
final class JsonSpace {

    private JsonSpace() {}

    static void write(Space<?> space, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("space");
        json.writeStringField("type", space.type().getName());
        json.writeStringField("fingerprint", space.fingerprint());
        json.writeArrayFieldStart("parameters");
        for (Parameter<?> parameter : space.parameters()) {
            write(parameter, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Parameter<?> parameter, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", parameter.name());
        strings("formerNames", parameter.formerNames(), json);
        json.writeObjectFieldStart("domain");
        write(parameter.domain(), json);
        json.writeEndObject();
        if (!parameter.conditions().isEmpty()) {
            json.writeArrayFieldStart("conditions");
            for (Condition condition : parameter.conditions()) {
                write(condition, json);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(Domain domain, JsonGenerator json) throws IOException {
        if (domain instanceof RealDomain real) {
            json.writeStringField("kind", "real");
            json.writeNumberField("min", real.min());
            json.writeNumberField("max", real.max());
            scale(real.scale(), real.levels(), json);
        } else if (domain instanceof IntegerDomain integer) {
            json.writeStringField("kind", "integer");
            json.writeNumberField("min", integer.min());
            json.writeNumberField("max", integer.max());
            scale(integer.scale(), integer.levels(), json);
        } else if (domain instanceof ChoiceDomain choice) {
            json.writeStringField("kind", choice.ordered() ? "ordinal" : "categorical");
            strings("choices", choice.choices(), json);
        }
    }

    private static void scale(Scale scale, int levels, JsonGenerator json) throws IOException {
        json.writeStringField("scale", scale.name());
        if (levels > 0) {
            json.writeNumberField("levels", levels);
        }
    }

    private static void write(Condition condition, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("parameter", condition.parent().name());
        if (condition instanceof Condition.Equal equal) {
            json.writeStringField("equals", equal.value().toString());
        } else if (condition instanceof Condition.AtLeast atLeast) {
            json.writeNumberField("atLeast", atLeast.minimum());
        }
        json.writeEndObject();
    }

    private static void strings(String key, List<String> values, JsonGenerator json) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(key);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }
}
