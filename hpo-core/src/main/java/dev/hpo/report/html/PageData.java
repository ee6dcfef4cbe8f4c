// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hpo.analysis.Analysis;
import dev.hpo.analysis.Importance;
import dev.hpo.report.Repeats;
import dev.hpo.report.StudyView;
import dev.hpo.report.Verdict;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the scripts of a page draw, as JSON within the page. Trials are columns, as that is short: a name once, then a value for each of them.
 *
 * <pre>
 * {"study": {"name", "run", "metric", "direction", "seed", "sampler", "startedAt", "endReason", "budget", "verdict", "counts", "replay", "best", "start",
 *      "confirmed": {"value", "low", "high", "runs"}},
 *  "all": how many trials the study has,
 *  "parameters": [{"name", "domain", "scale", "min", "max" | "choices", "isConditional"}],
 *  "trials": {"number": [], "state": [], "value": [], ..., "parameters": [[a value or the place of a choice], ...], "attributes": [[name, value, ...]]},
 *  "curves": [[step, value, ...]], "metricCurves": {place: [name, [step, value, ...], ...]},
 *  "importance": {what {@link ImportanceData} says},
 *  "findings": [{"kind", "text"}], "effects": [[value, expected, best, worst, ...]], "randomSearch": [number, value, ...],
 *  "earlier": [{"run", "improvements": [number, value, ...]}],
 *  "confirmation": {"number": [], "of": [a number of a trial, or -1 for the start], ..., "winner": [mean, low, high, complete, failed], "start": [], "gain": [value, low, high]},
 *  "population": {what {@link PopulationData} says; only where the trials are segments of trainings},
 *  "texts": [what "reason", "failure" and "trace" of trials point to]}
 * </pre>
 *
 * <p>{@code best} and {@code start} are numbers of trials; {@code confirmed} is what the runs of the best have come to, if it was run again. Times are in milliseconds, those of trials since the first one began.
 */
final class PageData {

    /** Of how many trials there are curves of metrics. */
    private static final int LEADING = 50;

    private static final int DIGITS = 9;

    /** How many bytes the data may take, so that the page with its scripts stays below 5 MB. */
    private static final int ROOM = 3_600_000;

    /** As many trials are shown whatever they take. */
    private static final int FEWEST = 100;

    private static final Importance UNKNOWN = new Importance(
            List.of(), List.of(), 0, Optional.of("what matters is not known, as the trials could not be analysed"));

    private static final Importance OF_SEGMENTS = new Importance(
            List.of(),
            List.of(),
            0,
            Optional.of(
                    "what matters cannot be told from segments of trainings, as each goes on with another; nor are values drawn against"
                            + " parameters here, as they say as much of how long a model has trained"));

    private final StudyView view;
    private final PageContext context;

    PageData(StudyView view, PageContext context) {
        this.view = view;
        this.context = context;
    }

    /** Writes all of it that a page has room for: of wide or talkative trials fewer than of others. */
    void write(Writer target) throws IOException {
        List<TrialRecord> trials = ShownTrials.of(view);
        String data = data(trials);
        for (int most = trials.size() / 2; size(data) > ROOM && most >= FEWEST; most /= 2) {
            data = data(ShownTrials.of(view, most));
        }
        target.write(data);
    }

    private String data(List<TrialRecord> trials) throws IOException {
        StringWriter data = new StringWriter();
        write(trials, data);
        return data.toString();
    }

    private static int size(String data) {
        return data.getBytes(StandardCharsets.UTF_8).length;
    }

    private void write(List<TrialRecord> trials, Writer target) throws IOException {
        try (JsonGenerator json = EmbeddedJson.generator(target)) {
            json.writeStartObject();
            writeStudy(json);
            json.writeNumberField("all", view.history().size());
            new ParameterData(view.space()).write(json);
            new TrialData(view, trials, context.mask()).write(json);
            new CurveData(trials, leading(trials), view.population().isPresent()).write(json);
            Importance unknown = view.population().isPresent() ? OF_SEGMENTS : UNKNOWN;
            new ImportanceData(context.analysis().map(Analysis::importance).orElse(unknown)).write(json);
            new FindingData(context.analysis())
                    .write(view.space(), view.history().size(), json);
            writeEarlier(json);
            if (view.confirmation().isPresent()) {
                new ConfirmationData(view.confirmation().get(), context.mask()).write(json);
            }
            if (view.population().isPresent()) {
                new PopulationData(view, view.population().get(), trials, context.mask()).write(json);
            }
            json.writeEndObject();
        }
    }

    private Set<Integer> leading(List<TrialRecord> trials) {
        return Stream.of(
                        view.start().stream(),
                        ShownTrials.lineage(view, LEADING),
                        ShownTrials.leading(view).stream().limit(LEADING),
                        trials.stream().limit(LEADING))
                .flatMap(some -> some)
                .map(TrialRecord::number)
                .collect(Collectors.toSet());
    }

    private void writeStudy(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("study");
        json.writeStringField("name", TextPool.name(view.facts().study()));
        json.writeNumberField("run", view.run().number());
        json.writeStringField("metric", TextPool.name(view.run().metric()));
        json.writeStringField("direction", view.facts().direction().name());
        json.writeStringField("seed", String.valueOf(view.facts().seed()));
        json.writeStringField("sampler", TextPool.name(view.run().sampler()));
        json.writeStringField("startedAt", view.run().startedAt().toString());
        if (view.run().end().isPresent()) {
            json.writeStringField(
                    "endReason", context.mask().of(view.run().end().get().reason()));
        }
        json.writeStringField("verdict", Verdict.of(view));
        json.writeStringField("counts", Verdict.trials(view));
        json.writeStringField("replay", context.mask().of(context.replay()));
        if (view.best().isPresent()) {
            json.writeNumberField("best", view.best().get().number());
        }
        if (view.start().isPresent()) {
            json.writeNumberField("start", view.start().get().number());
        }
        if (view.confirmed().isPresent()) {
            writeConfirmed(json, view.confirmed().get().repeats());
        }
        json.writeEndObject();
    }

    private static void writeConfirmed(JsonGenerator json, Repeats repeats) throws IOException {
        json.writeObjectFieldStart("confirmed");
        json.writeFieldName("value");
        EmbeddedJson.writeNumber(json, repeats.mean().value(), DIGITS);
        json.writeFieldName("low");
        EmbeddedJson.writeNumber(json, repeats.mean().low(), DIGITS);
        json.writeFieldName("high");
        EmbeddedJson.writeNumber(json, repeats.mean().high(), DIGITS);
        json.writeNumberField("runs", repeats.complete());
        json.writeEndObject();
    }

    private void writeEarlier(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("earlier");
        for (StudyView run : context.earlier()) {
            json.writeStartObject();
            json.writeNumberField("run", run.run().number());
            json.writeNumberField("trials", run.history().size());
            json.writeArrayFieldStart("improvements");
            for (int number : ShownTrials.bestSoFar(run)) {
                json.writeNumber(number);
                EmbeddedJson.writeNumber(
                        json, run.history().trial(number).value().orElseThrow(), DIGITS);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
