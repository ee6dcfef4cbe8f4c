// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The best configuration beside the start configuration, one line a hyperparameter. */
final class ConfigurationTable {

    private static final String ABSENT = "-";

    /** How many metrics and attributes are shown. */
    private static final int FACTS = 12;

    private final StudyView view;
    private final TrialRecord best;
    private final Optional<TrialRecord> start;

    private ConfigurationTable(StudyView view, TrialRecord best) {
        this.view = view;
        this.best = best;
        this.start = view.start().filter(trial -> trial.number() != best.number());
    }

    static List<String> lines(StudyView view) {
        return view.best()
                .map(best -> new ConfigurationTable(view, best).table().lines())
                .orElseGet(() -> Texts.wrap(
                                "NO TRIAL COMPLETED: there is no best value and no best configuration.",
                                ConsoleSummary.WIDTH - 2)
                        .stream()
                        .map("  "::concat)
                        .toList());
    }

    /** Returns rows of a name and two values, the heading first; none if no trial is complete. */
    static List<List<String>> rows(StudyView view) {
        return view.best()
                .map(best -> new ConfigurationTable(view, best).table().rows())
                .orElse(List.of());
    }

    private TextTable table() {
        TextTable table = new TextTable(ConsoleSummary.WIDTH);
        table.row(
                "",
                bestHeading(),
                start.map(trial -> "start (trial " + trial.number() + ")").orElse(""));
        view.confirmed().ifPresentOrElse(confirmed -> addConfirmed(table, confirmed), () -> addSearched(table));
        table.gap();
        for (Parameter<?> parameter : view.space().parameters()) {
            if (existsIn(best, parameter)
                    || start.filter(trial -> existsIn(trial, parameter)).isPresent()) {
                table.row(
                        VisibleText.of(parameter.name()),
                        cell(best, parameter),
                        start.map(trial -> cell(trial, parameter)).orElse(""));
            }
        }
        addFacts(table);
        return table;
    }

    private void addSearched(TextTable table) {
        table.row(
                VisibleText.of(view.run().metric()),
                bestValue(),
                start.map(this::startValue).orElse(""));
        start.filter(trial -> trial.value().isPresent()).ifPresent(trial -> addImprovement(table, trial));
    }

    /** What runs after the search came to, that have chosen nothing; and what the search has found. */
    private void addConfirmed(TextTable table, ConfirmedBest confirmed) {
        Optional<Repeats> before = confirmed.start();
        double value = confirmed.value();
        double other = before.map(repeats -> repeats.mean().value()).orElse(value);
        table.row(
                VisibleText.of(view.run().metric()),
                Figures.number(value, other),
                before.map(repeats -> Figures.number(other, value)).orElse(""));
        before.ifPresent(repeats -> table.row("", ConfirmRemarks.change(value, other), ""));
        if (value != other && Figures.isComparable(value, other)) {
            table.row("", "by " + Figures.difference(value, other), "");
        }
        table.row(
                "  95 % interval",
                range(confirmed.repeats()),
                before.map(ConfigurationTable::range).orElse(""));
        table.row(
                "  mean of",
                confirmed.repeats().count(),
                before.map(Repeats::count).orElse(""));
        table.row(
                "  in the search",
                Figures.number(confirmed.searched(), value),
                start.map(this::startValue).orElse(""));
    }

    private static String range(Repeats repeats) {
        Estimate mean = repeats.mean();
        if (!mean.isBounded()) {
            return ABSENT;
        }
        return mean.low() == mean.high() ? "no spread" : mean.range();
    }

    /** How long the trials had to train, and what they have measured and noted beside the objective. */
    private void addFacts(TextTable table) {
        List<TrialRecord> trials =
                Stream.concat(Stream.of(best), start.stream()).toList();
        List<TrialFact> facts = TrialFact.all(trials);
        boolean isAnyStep = trials.stream().anyMatch(this::hasBestStep);
        if (facts.isEmpty() && !isAnyStep) {
            return;
        }
        table.gap();
        if (isAnyStep) {
            table.row("best step", bestStep(best), start.map(this::bestStep).orElse(""));
        }
        for (TrialFact fact : facts.subList(0, Math.min(FACTS, facts.size()))) {
            table.row(
                    VisibleText.of(fact.name()),
                    fact.text(best),
                    start.map(fact::text).orElse(""));
        }
        if (facts.size() > FACTS) {
            table.row("and " + (facts.size() - FACTS) + " more", "", "");
        }
    }

    private String bestHeading() {
        boolean isStart = view.start().isPresent() && start.isEmpty();
        return "best (trial " + best.number() + (isStart ? ", the start)" : ")");
    }

    private String bestValue() {
        double value = best.value().orElseThrow();
        return Figures.number(
                value,
                start.map(TrialRecord::value)
                        .filter(other -> other.isPresent())
                        .map(other -> other.getAsDouble())
                        .orElse(value));
    }

    private String startValue(TrialRecord trial) {
        return trial.value().isPresent()
                ? Figures.number(trial.value().getAsDouble(), best.value().orElseThrow())
                : trial.state().name().toLowerCase(Locale.ROOT);
    }

    private String bestStep(TrialRecord trial) {
        return BestStep.of(trial, view.facts().aim())
                .map(step -> step.step()
                        + trial.lastStep().stream()
                                .filter(last -> last != step.step())
                                .mapToObj(last -> " of " + last)
                                .findFirst()
                                .orElse(""))
                .orElse(ABSENT);
    }

    private boolean hasBestStep(TrialRecord trial) {
        return BestStep.of(trial, view.facts().aim()).isPresent();
    }

    private void addImprovement(TextTable table, TrialRecord trial) {
        double better = best.value().orElseThrow();
        double worse = trial.value().orElseThrow();
        table.row("", Figures.improvement(better, worse, view.facts().direction()), "");
        if (better != worse && Figures.isComparable(better, worse)) {
            table.row("", "by " + Figures.difference(better, worse), "");
        }
    }

    private static boolean existsIn(TrialRecord trial, Parameter<?> parameter) {
        return trial.configuration().contains(parameter);
    }

    private static String cell(TrialRecord trial, Parameter<?> parameter) {
        Configuration configuration = trial.configuration();
        return configuration.contains(parameter)
                ? VisibleText.of(parameter.domain().shortText(configuration.raw(parameter)))
                : ABSENT;
    }
}
