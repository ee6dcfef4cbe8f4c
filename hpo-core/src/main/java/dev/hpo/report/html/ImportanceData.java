// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hpo.analysis.Importance;
import dev.hpo.analysis.ParameterImportance;
import dev.hpo.analysis.Share;
import java.io.IOException;

/** How much each parameter matters: {@code {"words": [], "parameters": [{"name", "alone": [value, low, high], "total": [...]}], "untold": [{"name", "reason"}]}}. */
final class ImportanceData {

    private static final int DIGITS = 3;

    private final Importance importance;

    ImportanceData(Importance importance) {
        this.importance = importance;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("importance");
        json.writeArrayFieldStart("words");
        for (String sentence : importance.words()) {
            json.writeString(sentence);
        }
        json.writeEndArray();
        json.writeNumberField("trials", importance.trials());
        json.writeArrayFieldStart("parameters");
        for (ParameterImportance parameter : importance.parameters()) {
            json.writeStartObject();
            json.writeStringField("name", TextPool.name(parameter.name()));
            write("alone", parameter.alone(), json);
            write("total", parameter.total(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("untold");
        for (Importance.Untold untold : importance.untold()) {
            json.writeStartObject();
            json.writeStringField("name", TextPool.name(untold.parameter().name()));
            json.writeStringField("reason", untold.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(String name, Share share, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (double part : new double[] {share.value(), share.low(), share.high()}) {
            EmbeddedJson.writeNumber(json, part, DIGITS);
        }
        json.writeEndArray();
    }
}
