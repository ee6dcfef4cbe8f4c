// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hpo.space.Space;
import dev.hpo.trial.SpaceDescription;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The description of a space in JSON. */
final class JsonSpace {

    private JsonSpace() {}

    static void write(Space<?> space, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("space");
        json.writeStringField("type", SpaceDescription.type(space));
        json.writeStringField("fingerprint", space.fingerprint());
        json.writeFieldName("parameters");
        write(SpaceDescription.parameters(space), json);
        json.writeEndObject();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(element, json);
            }
            json.writeEndArray();
        } else {
            json.writePOJO(value);
        }
    }
}
