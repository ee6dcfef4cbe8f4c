// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.encoding.Row;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Finds whether the best trial can be told from the next: by the spread of runs with one configuration, if there are any, and by equal
 * values otherwise.
 */
final class Lead {

    /** How many differences within configurations it takes to know the noise. */
    private static final int FEWEST = 3;

    private static final double CONFIDENCE = 0.975;

    /** Beyond that a lead is beyond doubt, as where only the last digits vary. */
    private static final int MANY = 100;

    private final List<Row> complete;

    private Lead(List<Row> rows) {
        this.complete = rows.stream()
                .filter(row -> row.kind() == Row.Kind.COMPLETE)
                .sorted(Comparator.comparingDouble(Row::value))
                .toList();
    }

    /**
     * Finds it.
     *
     * @param rows the trials of a search
     * @param since runs that were made of its configurations since
     */
    static List<Finding> of(List<Row> rows, List<TrialRecord> since) {
        Lead lead = new Lead(rows);
        Optional<Row> second = lead.second();
        if (second.isEmpty()) {
            return List.of();
        }
        Noise noise = Noise.of(lead.complete, since);
        double distance = noise.distance().orElse(0);
        Row best = lead.complete.get(0);
        double difference = second.get().value() - best.value();
        List<Finding> found = new ArrayList<>();
        if (difference > 0 && noise.distance().isPresent()) {
            // What was run again since may have another one ahead.
            String leads = since.isEmpty() ? "trial %d leads trial %d by " : "in the search trial %d led trial %d by ";
            String leading = leads.formatted(best.number(), second.get().number());
            found.add(Finding.of(Finding.Kind.NOISE, leading + noise.words(difference)));
        }
        long ties = lead.complete.stream()
                .filter(row -> row.value() - best.value() <= distance)
                .map(row -> row.trial().configuration())
                .distinct()
                .count();
        if (ties > 1) {
            found.add(Finding.of(
                    Finding.Kind.TIES,
                    ties + " of " + lead.complete.size() + " complete trials "
                            + (distance > 0 ? "cannot be told from the best" : "are as good as the best")));
        }
        return found;
    }

    /** Returns the best trial with another configuration than the best. */
    private Optional<Row> second() {
        return complete.stream()
                .filter(row -> !row.trial()
                        .configuration()
                        .equals(complete.get(0).trial().configuration()))
                .findFirst();
    }

    /**
     * What one configuration varies by.
     *
     * @param deviation the standard deviation, pooled over configurations
     * @param freedom how many differences it is known from
     */
    private record Noise(double deviation, int freedom) {

        /** The values of a search and those since are groups of their own: of a configuration that leads, the first was lucky. */
        static Noise of(List<Row> complete, List<TrialRecord> since) {
            Map<Object, List<Double>> searched = new HashMap<>();
            complete.forEach(row -> searched.computeIfAbsent(row.trial().configuration(), key -> new ArrayList<>())
                    .add(row.value()));
            Map<Object, List<Double>> again = new HashMap<>();
            for (TrialRecord run : since) {
                run.value().ifPresent(value -> again.computeIfAbsent(run.configuration(), key -> new ArrayList<>())
                        .add(value));
            }
            double squares = 0;
            int freedom = 0;
            for (Map<Object, List<Double>> groups : List.of(searched, again)) {
                for (List<Double> group : groups.values()) {
                    double[] values =
                            group.stream().mapToDouble(Double::doubleValue).toArray();
                    squares += values.length < 2 ? 0 : StatUtils.variance(values) * (values.length - 1);
                    freedom += values.length - 1;
                }
            }
            return new Noise(freedom == 0 ? 0 : Math.sqrt(squares / freedom), freedom);
        }

        /** Returns a difference in words, as what it is by which somebody leads. */
        String words(double difference) {
            if (deviation == 0) {
                return String.format(
                        Locale.ROOT, "%.3g, and runs of one configuration do not differ: that is no noise", difference);
            }
            String verdict = difference < distance().orElseThrow()
                    ? "too little to tell them apart"
                    : "more than two runs of one configuration usually differ by";
            double times = difference / deviation;
            return (times > MANY ? "more than " + MANY : String.format(Locale.ROOT, "%.1f", times))
                    + String.format(
                            Locale.ROOT,
                            " times what one configuration varies by from run to run (%.3g): %s",
                            deviation,
                            verdict);
        }

        /** Returns by how much two single runs must differ to be told apart; empty if the noise is not known. */
        OptionalDouble distance() {
            return freedom < FEWEST
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(deviation
                            * Math.sqrt(2)
                            * new TDistribution(null, freedom).inverseCumulativeProbability(CONFIDENCE));
        }
    }
}
