// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.encoding.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Finds whether the best trial can be told from the next: by the spread of trials with one configuration, if there are any, and by equal
 * values otherwise.
 */
final class Lead {

    /** How many differences within configurations it takes to know the noise. */
    private static final int FEWEST = 3;

    private static final double CONFIDENCE = 0.975;

    private final List<Row> complete;

    private Lead(List<Row> rows) {
        this.complete = rows.stream()
                .filter(row -> row.kind() == Row.Kind.COMPLETE)
                .sorted(Comparator.comparingDouble(Row::value))
                .toList();
    }

    static List<Finding> of(List<Row> rows) {
        Lead lead = new Lead(rows);
        Optional<Row> second = lead.second();
        if (second.isEmpty()) {
            return List.of();
        }
        Noise noise = Noise.of(lead.complete);
        double distance = noise.distance().orElse(0);
        Row best = lead.complete.get(0);
        double difference = second.get().value() - best.value();
        List<Finding> found = new ArrayList<>();
        if (difference > 0 && difference < distance) {
            found.add(Finding.of(
                    Finding.Kind.NOISE,
                    String.format(
                            Locale.ROOT,
                            "trial %d leads trial %d by %.1f times what one configuration varies by from run to run (%.3g): too"
                                    + " little to tell them apart",
                            best.number(),
                            second.get().number(),
                            difference / noise.deviation(),
                            noise.deviation())));
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

        static Noise of(List<Row> complete) {
            Map<Object, List<Row>> groups = new HashMap<>();
            complete.forEach(row -> groups.computeIfAbsent(row.trial().configuration(), key -> new ArrayList<>())
                    .add(row));
            double squares = 0;
            int freedom = 0;
            for (List<Row> group : groups.values()) {
                double mean = group.stream().mapToDouble(Row::value).average().orElse(0);
                squares += group.stream()
                        .mapToDouble(row -> (row.value() - mean) * (row.value() - mean))
                        .sum();
                freedom += group.size() - 1;
            }
            return new Noise(freedom == 0 ? 0 : Math.sqrt(squares / freedom), freedom);
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
