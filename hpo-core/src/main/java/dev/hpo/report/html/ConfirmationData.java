// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hpo.report.ConfirmView;
import dev.hpo.report.ConfirmedBest;
import dev.hpo.report.Estimate;
import dev.hpo.report.Repeats;
import dev.hpo.trial.Failure;
import dev.hpo.trial.PathMask;
import dev.hpo.trial.Repeated;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The runs that confirm what a search has found: a column for each fact, as trials have, and what has come of them. */
final class ConfirmationData {

    private static final int DIGITS = 9;

    /** Stands for the start configuration, which need not be that of a trial. */
    private static final int START = -1;

    /** In characters: all messages and traces, one message, one trace, and one of them when there is no more room. */
    private static final int ROOM = 100_000;

    private static final int REASON = 500;
    private static final int TRACE = 8_000;
    private static final int SHORT = 30;

    private final ConfirmView view;
    private final TextPool texts;

    ConfirmationData(ConfirmView view, PathMask mask) {
        this.view = view;
        this.texts = new TextPool(mask, ROOM);
    }

    void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("confirmation");
        json.writeStringField("progress", view.progress());
        json.writeBooleanField("done", view.isDone());
        writeRuns(json);
        Optional<ConfirmedBest> best = view.best();
        if (best.isPresent()) {
            write("winner", best.get().repeats(), json);
            if (best.get().start().isPresent()) {
                write("start", best.get().start().get(), json);
            }
            if (best.get().gain().isPresent()) {
                json.writeArrayFieldStart("gain");
                write(best.get().gain().get(), json);
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    private void writeRuns(JsonGenerator json) throws IOException {
        column("number", json, (run, cell) -> cell.writeNumber(run.number()));
        column(
                "of",
                json,
                (run, cell) -> cell.writeNumber(
                        Repeated.of(run).map(of -> of.trial().orElse(START)).orElse(START)));
        column(
                "round",
                json,
                (run, cell) ->
                        cell.writeNumber(Repeated.of(run).map(Repeated::round).orElse(-1)));
        column("state", json, (run, cell) -> cell.writeString(TrialData.state(run)));
        column("value", json, (run, cell) -> TrialData.writeNumber(cell, run.value(), DIGITS));
        column(
                "seed",
                json,
                (run, cell) -> cell.writeString(String.valueOf(run.start().seed())));
        column(
                "duration",
                json,
                (run, cell) ->
                        cell.writeNumber(run.duration().map(Duration::toMillis).orElse(-1L)));
        column("failure", json, (run, cell) -> cell.writeNumber(texts.place(TrialData.kind(run), REASON, SHORT)));
        column(
                "trace",
                json,
                (run, cell) -> cell.writeNumber(
                        texts.place(run.failure().map(Failure::trace).orElse(""), TRACE, SHORT)));
        column(
                "reason",
                json,
                (run, cell) -> cell.writeNumber(
                        texts.place(run.failure().map(Failure::message).orElse(""), REASON, SHORT)));
        json.writeArrayFieldStart("texts");
        for (String text : texts.texts()) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void column(String name, JsonGenerator json, TrialData.Cell cell) throws IOException {
        json.writeArrayFieldStart(name);
        for (TrialRecord run : view.runs().trials()) {
            cell.write(run, json);
        }
        json.writeEndArray();
    }

    /** Mean, low, high, how many have a value, how many have none. */
    private static void write(String name, Repeats repeats, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        write(repeats.mean(), json);
        json.writeNumber(repeats.complete());
        json.writeNumber(repeats.failed());
        json.writeEndArray();
    }

    private static void write(Estimate estimate, JsonGenerator json) throws IOException {
        for (double number : List.of(estimate.value(), estimate.low(), estimate.high())) {
            EmbeddedJson.writeNumber(json, number, DIGITS);
        }
    }
}
