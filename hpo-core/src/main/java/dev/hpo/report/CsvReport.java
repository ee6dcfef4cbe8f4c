// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.hpo.space.Parameter;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The trials of a study as comma-separated values (RFC 4180, with line feeds), one row a trial by rising number.
 *
 * <p>The columns, in this order:
 *
 * <ul>
 *   <li>{@code number}, {@code state} (such as {@code COMPLETE}), {@code value} of a complete trial;
 *   <li>{@code last_step} and {@code last_value}: the last intermediate value;
 *   <li>{@code source} of the configuration (such as {@code SAMPLER}), {@code parent}: the paused trial that this one goes on with, or the complete one that it sets out from, if any, and
 *       {@code inherited_step}: the last step that it has from there, {@code seed};
 *   <li>{@code failure}: its kind, and {@code reason}: why the trial failed or was pruned, or paused;
 *   <li>{@code params_<name>} for each parameter, in the order of the space; empty where the parameter does not exist;
 *   <li>{@code best_step} and {@code best_value}: the step with the best intermediate value, and that value; empty where the value is a mean of all;
 *   <li>{@code metrics_<name>}, the last value of each metric, and {@code user_attrs_<key>}, each attribute, in alphabetical order; empty where a trial has
 *       none. Of more than {@value #MOST_FACTS} the rest is in {@code study.json} alone;
 *   <li>{@code datetime_start} and {@code datetime_complete} in UTC, and {@code duration} in seconds: see
 *       {@link #TIME_COLUMNS}.
 * </ul>
 *
 * <p>Several objectives give {@code values_0}, {@code values_1} and so on instead of {@code value}. Numbers are exact. In texts, control codes but for line ends
 * and tabs are escapes, such as {@code \\u001b}.
 * Without its last columns, which are the only ones that depend on the clock, the text is the same for the same study.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class CsvReport {

    /** The last columns, the only ones that differ when a study is repeated with the same results. */
    public static final List<String> TIME_COLUMNS = List.of("datetime_start", "datetime_complete", "duration");

    static final int MOST_FACTS = 500;

    private final StudyView view;
    private final List<Parameter<?>> parameters;
    private final List<TrialFact> facts;
    private final int objectives;

    private CsvReport(StudyView view) {
        this.view = view;
        this.parameters = view.space().parameters();
        List<TrialFact> all = TrialFact.all(view.history().trials());
        this.facts = all.subList(0, Math.min(MOST_FACTS, all.size()));
        this.objectives = view.history().trials().stream()
                .mapToInt(trial -> values(trial).size())
                .reduce(1, Math::max);
    }

    /**
     * Writes the trials of a study.
     *
     * @param target is flushed and left open
     * @throws IOException if the target cannot be written
     */
    public static void write(StudyView view, Writer target) throws IOException {
        new CsvReport(view).write(target);
    }

    private void write(Writer target) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new LeftOpen(target));
        csv.writeRecord(header());
        for (TrialRecord trial : view.history().trials()) {
            csv.writeRecord(row(trial));
        }
        csv.close();
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("number", "state"));
        for (int i = 0; i < objectives; i++) {
            header.add(objectives == 1 ? "value" : "values_" + i);
        }
        header.addAll(
                List.of("last_step", "last_value", "source", "parent", "inherited_step", "seed", "failure", "reason"));
        parameters.forEach(parameter -> header.add(VisibleText.lines("params_" + parameter.name())));
        header.addAll(List.of("best_step", "best_value"));
        facts.forEach(
                fact -> header.add(VisibleText.lines((fact.isMetric() ? "metrics_" : "user_attrs_") + fact.name())));
        header.addAll(TIME_COLUMNS);
        return header;
    }

    private List<String> row(TrialRecord trial) {
        List<String> row = new ArrayList<>();
        row.add(String.valueOf(trial.number()));
        row.add(trial.state().name());
        addResults(trial, row);
        row.add(trial.start().origin().source().name());
        row.add(
                trial.start().origin().copied().isPresent()
                        ? String.valueOf(trial.start().origin().copied().getAsInt())
                        : "");
        int inherited = trial.progress().inherited();
        row.add(
                inherited == 0
                        ? ""
                        : String.valueOf(trial.observations().get(inherited - 1).step()));
        row.add(String.valueOf(trial.start().seed()));
        row.add(trial.failure().map(Failure::kind).map(Enum::name).orElse(""));
        row.add(VisibleText.lines(reason(trial)));
        for (Parameter<?> parameter : parameters) {
            Object raw = trial.configuration().asMap().get(parameter.name());
            row.add(raw == null ? "" : VisibleText.lines(parameter.domain().text(raw)));
        }
        Optional<Observation> best = BestStep.of(trial, view.facts().aim());
        row.add(best.map(observation -> String.valueOf(observation.step())).orElse(""));
        row.add(best.map(observation -> String.valueOf(observation.value())).orElse(""));
        facts.forEach(fact -> row.add(fact.value(trial).map(VisibleText::lines).orElse("")));
        row.add(trial.start().startedAt().toString());
        row.add(trial.finishedAt().map(Object::toString).orElse(""));
        row.add(trial.duration().map(CsvReport::seconds).orElse(""));
        return row;
    }

    private void addResults(TrialRecord trial, List<String> row) {
        List<Double> values = values(trial);
        for (int i = 0; i < objectives; i++) {
            row.add(i < values.size() ? values.get(i).toString() : "");
        }
        Optional<Observation> last = trial.lastObservation();
        row.add(last.map(observation -> String.valueOf(observation.step())).orElse(""));
        row.add(last.map(observation -> String.valueOf(observation.value())).orElse(""));
    }

    private static List<Double> values(TrialRecord trial) {
        return trial.outcome() instanceof Outcome.Complete complete ? complete.values() : List.of();
    }

    private static String reason(TrialRecord trial) {
        return trial.outcome() instanceof Outcome.Pruned pruned
                ? (pruned.isPaused() ? "paused: " : "") + pruned.reason()
                : trial.failure().map(Failure::message).orElse("");
    }

    static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros().toPlainString();
    }
}
