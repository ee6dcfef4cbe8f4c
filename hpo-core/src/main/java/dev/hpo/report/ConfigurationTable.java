// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The best configuration beside the start configuration, one line a hyperparameter. */
final class ConfigurationTable {

    private static final String ABSENT = "-";

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
                .map(best -> new ConfigurationTable(view, best).lines())
                .orElseGet(() -> Texts.wrap(
                                "NO TRIAL COMPLETED: there is no best value and no best configuration.",
                                ConsoleSummary.WIDTH - 2)
                        .stream()
                        .map("  "::concat)
                        .toList());
    }

    private List<String> lines() {
        TextTable table = new TextTable(ConsoleSummary.WIDTH);
        table.row(
                "",
                bestHeading(),
                start.map(trial -> "start (trial " + trial.number() + ")").orElse(""));
        table.row(
                VisibleText.of(view.run().metric()),
                bestValue(),
                start.map(this::startValue).orElse(""));
        start.filter(trial -> trial.value().isPresent()).ifPresent(trial -> table.row("", improvement(trial), ""));
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
        return table.lines();
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

    private String improvement(TrialRecord trial) {
        return Figures.improvement(
                best.value().orElseThrow(),
                trial.value().orElseThrow(),
                view.facts().direction());
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
