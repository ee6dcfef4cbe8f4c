// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.hpo.trial.Budget;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.SpentSteps;
import dev.hpo.trial.TrialJson;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Everything that is known of a study, as JSON: {@code study.json}.
 *
 * <pre>
 * {"format": 1,
 *  "study": {"name", "run", "metric", "direction", "seed", "trials", "trainings", "trainingSteps", "spentSteps", "parallelism", "sampler",
 *            "earlier": [what it was warm-started from], "noStart", "continued", "shared", "startedAt", "endedAt", "endReason"},
 *  "space": {"type", "fingerprint", "parameters": [{"name", "formerNames", "domain", "conditions"}]},
 *  "best": number of the best trial,
 *  "confirmation": {"done", "planned", "best", "searched", "value": {"mean", "low", "high", "complete", "failed"}, "start": {the same}, "gain": {"mean", "low", "high"},
 *                   "runs": [as "trials"]},
 *  "population": {"progress", "schedule": [{"trial", "first", "last", "value"}], "replays": {"planned", "values": []}},
 *  "trials": [{"number", "state", "values", "constraints", "parameters": {}, "seed",
 *              "source", "parent", "fork", "notes": {},
 *              "startedAt", "finishedAt",
 *              "observations": [[step, value, others...]], "elapsed": [seconds],
 *              "metrics": {name: [[step, value]]}, "metricsElapsed": {name: [seconds]}, "attributes": {},
 *              "reason", "failure": {"kind", "message", "trace"}}]}
 * </pre>
 *
 * <p>The order of the keys is fixed, that of maps alphabetical, that of a trial's parameters the space's; what does not exist
 * is left out. {@code study.trials} is left out if there is no limit, or if there is {@code trainings}: how many full trainings' worth of steps may be spent. Beside that
 * there are {@code trainingSteps}, the last step of a full training, and {@code spentSteps}, as soon as that is known. Numbers that JSON does not have are the strings
 * {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}; seeds are strings too, since many readers keep only 53 bits.
 * Times are in UTC (ISO 8601), those of observations in seconds from the beginning of the trial, and null where they are not known. Each trial has a line of its own.
 *
 * <p>{@code confirmation} has the runs that were made after the search, if any were; their {@code notes} say which trial of it each repeats. {@code low} and {@code high} are the ends of 95 %
 * intervals.
 *
 * <p>{@code population} is there if the trials are segments of trainings: the schedule is what the best model has lived through, whose configurations are those of the trials, by their first and last steps; and
 * {@code replays} are trainings with it from the beginning, null where one has failed.
 *
 * <p>{@code format} rises when the meaning of a key changes; new keys may come at any time.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class JsonReport {

    /** The version of the format. */
    public static final int FORMAT = 1;

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private JsonReport() {}

    /**
     * Writes a study.
     *
     * @param target is flushed and left open
     * @throws IOException if the target cannot be written
     */
    public static void write(StudyView view, Writer target) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(target)) {
            json.setPrettyPrinter(new LinePerTrial());
            json.setCharacterEscapes(new VisibleEscapes());
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            writeStudy(view, json);
            JsonSpace.write(view.space(), json);
            Optional<TrialRecord> best = view.best();
            if (best.isPresent()) {
                json.writeNumberField("best", best.get().number());
            }
            if (view.confirmation().isPresent()) {
                JsonConfirmation.write(view.confirmation().get(), json);
            }
            if (view.population().isPresent()) {
                JsonPopulation.write(view.population().get(), json);
            }
            json.writeArrayFieldStart("trials");
            for (TrialRecord trial : view.history().trials()) {
                TrialJson.write(trial, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeStudy(StudyView view, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("study");
        json.writeStringField("name", view.facts().study());
        json.writeNumberField("run", view.run().number());
        json.writeStringField("metric", view.run().metric());
        json.writeStringField("direction", view.facts().direction().name());
        json.writeStringField("seed", String.valueOf(view.facts().seed()));
        writeBudget(view, json);
        json.writeStringField("sampler", view.run().sampler());
        if (!view.facts().earlier().isEmpty()) {
            json.writeArrayFieldStart("earlier");
            for (EarlierStudy study : view.facts().earlier()) {
                json.writeString(study.describe());
            }
            json.writeEndArray();
        }
        if (view.noStart().isPresent()) {
            json.writeStringField("noStart", view.noStart().get());
        }
        if (!view.run().begin().continued().isEmpty()) {
            json.writeStringField(
                    "continued", String.join("\n", view.run().begin().continued()));
        }
        if (view.run().begin().isShared()) {
            json.writeBooleanField("shared", true);
        }
        json.writeStringField("startedAt", view.run().startedAt().toString());
        Optional<StudyRun.End> end = view.run().end();
        if (end.isPresent()) {
            json.writeStringField("endedAt", end.get().at().toString());
            json.writeStringField("endReason", end.get().reason());
        }
        json.writeEndObject();
    }

    private static void writeBudget(StudyView view, JsonGenerator json) throws IOException {
        Budget budget = view.facts().budget();
        if (budget.trainings().isPresent()) {
            json.writeNumberField("trainings", budget.trainings().getAsInt());
            SpentSteps spent = SpentSteps.of(view.history(), budget.steps());
            if (spent.training().isPresent()) {
                json.writeNumberField("trainingSteps", spent.training().getAsLong());
                json.writeNumberField("spentSteps", spent.steps());
            }
        } else if (!BudgetText.isUnlimited(budget)) {
            json.writeNumberField("trials", budget.trials());
        }
        json.writeNumberField("parallelism", budget.parallelism());
    }
}
