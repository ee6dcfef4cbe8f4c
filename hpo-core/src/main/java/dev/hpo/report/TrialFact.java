// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.space.VisibleText;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that trials have measured or noted beside the objective.
 *
 * @param name what they call it
 * @param isMetric whether it is a metric, which has values at steps; else an attribute
 */
record TrialFact(String name, boolean isMetric) {

    /** What the library itself keeps with a trial begins so. */
    private static final String OWN = "hpo.";

    private static final String ABSENT = "-";
    /** Two lines of a console: why a member of a population has become what it is takes more than one. */
    private static final int WIDTH = 120;

    /** Returns all that any of some trials have, metrics first, each by name. */
    static List<TrialFact> all(Collection<TrialRecord> trials) {
        Stream<TrialFact> metrics = trials.stream()
                .flatMap(trial -> trial.progress().metrics().keySet().stream())
                .distinct()
                .sorted()
                .map(name -> new TrialFact(name, true));
        Stream<TrialFact> attributes = trials.stream()
                .flatMap(trial -> trial.progress().attributes().keySet().stream())
                .filter(key -> !key.startsWith(OWN))
                .distinct()
                .sorted()
                .map(key -> new TrialFact(key, false));
        return Stream.concat(metrics, attributes).toList();
    }

    /** Returns the last value of a metric, or an attribute; empty if a trial has none. */
    Optional<String> value(TrialRecord trial) {
        return isMetric
                ? last(trial).map(value -> String.valueOf(value.value()))
                : Optional.ofNullable(trial.progress().attributes().get(name));
    }

    /** Returns it for people, on one line. */
    String text(TrialRecord trial) {
        Optional<String> text = isMetric
                ? last(trial).map(value -> Figures.number(value.value()))
                : value(trial).map(value -> Texts.cut(VisibleText.of(value), WIDTH));
        return text.orElse(ABSENT);
    }

    private Optional<Observation> last(TrialRecord trial) {
        List<Observation> values = trial.progress().metrics().getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }
}
