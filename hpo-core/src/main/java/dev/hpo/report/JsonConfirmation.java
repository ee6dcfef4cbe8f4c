// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hpo.trial.TrialJson;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.util.Optional;

/** The part of {@link JsonReport} about the runs that confirm what a search has found. */
final class JsonConfirmation {

    private JsonConfirmation() {}

    static void write(ConfirmView view, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("confirmation");
        json.writeBooleanField("done", view.isDone());
        json.writeNumberField("planned", view.planned());
        Optional<ConfirmedBest> best = view.best();
        if (best.isPresent()) {
            json.writeNumberField("best", best.get().trial().number());
            writeNumber("searched", best.get().searched(), json);
            writeRepeats("value", best.get().repeats(), json);
            if (best.get().start().isPresent()) {
                writeRepeats("start", best.get().start().get(), json);
            }
            if (best.get().gain().isPresent()) {
                json.writeObjectFieldStart("gain");
                writeEstimate(best.get().gain().get(), json);
                json.writeEndObject();
            }
        }
        json.writeArrayFieldStart("runs");
        for (TrialRecord run : view.runs().trials()) {
            TrialJson.write(run, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeRepeats(String name, Repeats repeats, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        writeEstimate(repeats.mean(), json);
        json.writeNumberField("complete", repeats.complete());
        json.writeNumberField("failed", repeats.failed());
        json.writeEndObject();
    }

    private static void writeEstimate(Estimate estimate, JsonGenerator json) throws IOException {
        writeNumber("mean", estimate.value(), json);
        writeNumber("low", estimate.low(), json);
        writeNumber("high", estimate.high(), json);
    }

    /** Those that JSON does not have are texts. */
    private static void writeNumber(String name, double number, JsonGenerator json) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumberField(name, number);
        } else {
            json.writeStringField(name, String.valueOf(number));
        }
    }
}
