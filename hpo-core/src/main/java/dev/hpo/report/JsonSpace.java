// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hpo.space.Space;
import dev.hpo.trial.JsonValues;
import dev.hpo.trial.SpaceDescription;
import java.io.IOException;

/** The description of a space in JSON. */
final class JsonSpace {

    private JsonSpace() {}

    static void write(Space<?> space, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("space");
        json.writeStringField("type", SpaceDescription.type(space));
        json.writeStringField("fingerprint", space.fingerprint());
        json.writeFieldName("parameters");
        JsonValues.write(SpaceDescription.parameters(space), json);
        json.writeEndObject();
    }
}
