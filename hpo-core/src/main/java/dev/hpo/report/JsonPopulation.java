// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hpo.report.PopulationView.Replays;
import dev.hpo.report.PopulationView.Segment;
import java.io.IOException;
import java.util.OptionalDouble;

/** The part of {@link JsonReport} that tells of a population. */
final class JsonPopulation {

    private JsonPopulation() {}

    static void write(PopulationView population, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("population");
        json.writeStringField("progress", population.progress());
        json.writeArrayFieldStart("schedule");
        for (Segment segment : population.schedule()) {
            json.writeStartObject();
            json.writeNumberField("trial", segment.trial());
            json.writeNumberField("first", segment.first());
            json.writeNumberField("last", segment.last());
            json.writeNumberField("value", segment.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (population.replays().isPresent()) {
            write(population.replays().get(), json);
        }
        json.writeEndObject();
    }

    private static void write(Replays replays, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("replays");
        json.writeNumberField("planned", replays.planned());
        json.writeArrayFieldStart("values");
        for (OptionalDouble value : replays.values()) {
            if (value.isPresent()) {
                json.writeNumber(value.getAsDouble());
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
