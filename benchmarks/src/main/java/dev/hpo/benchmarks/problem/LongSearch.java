// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Finds the range of a function whose optimum nobody knows: many random points, then random steps from the best of them, ever
 * shorter. The same each time.
 */
final class LongSearch {

    private static final int RANDOM_POINTS = 10_000;
    private static final int STARTS = 40;
    private static final int ROUNDS = 150;
    private static final double FIRST_STEP = 0.2;
    private static final double SHRINK = 0.97;

    private final PlainSpace space;
    private final Function<List<Configuration>, double[]> function;
    private final RandomGenerator random = SplitMix.of(0);

    /**
     * Creates a search.
     *
     * @param space has no conditions
     * @param function the values of several points at once
     */
    LongSearch(PlainSpace space, Function<List<Configuration>, double[]> function) {
        this.space = space;
        this.function = function;
    }

    Problem.Range range() {
        List<Found> found = values(randomPoints());
        double median =
                new Median().evaluate(found.stream().mapToDouble(Found::value).toArray());
        found.sort(Comparator.comparingDouble(Found::value));
        List<Found> best = new ArrayList<>(found.subList(0, STARTS));
        double step = FIRST_STEP;
        for (int round = 0; round < ROUNDS; round++) {
            improve(best, step);
            step *= SHRINK;
        }
        return new Problem.Range(best.stream().mapToDouble(Found::value).min().orElseThrow(), median);
    }

    private List<Map<String, Double>> randomPoints() {
        List<Map<String, Double>> points = new ArrayList<>();
        for (int i = 0; i < RANDOM_POINTS; i++) {
            Map<String, Double> point = new LinkedHashMap<>();
            space.parameters().forEach(parameter -> point.put(parameter.name(), random.nextDouble()));
            points.add(point);
        }
        return points;
    }

    /** Takes a step from each point, along some of the axes, and keeps it if it is better. */
    private void improve(List<Found> best, double step) {
        List<Found> steps =
                values(best.stream().map(found -> step(found.units, step)).toList());
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).value < best.get(i).value) {
                best.set(i, steps.get(i));
            }
        }
    }

    private Map<String, Double> step(Map<String, Double> units, double size) {
        Map<String, Double> next = new LinkedHashMap<>();
        units.forEach((name, unit) -> next.put(
                name, random.nextBoolean() ? unit : Math.min(1, Math.max(0, unit + size * random.nextGaussian()))));
        return next;
    }

    private List<Found> values(List<Map<String, Double>> points) {
        double[] values =
                function.apply(points.stream().map(this::configuration).toList());
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            found.add(new Found(points.get(i), values[i]));
        }
        return found;
    }

    private Configuration configuration(Map<String, Double> units) {
        return space.choose(parameter -> value(parameter, units));
    }

    private static Object value(Parameter<?> parameter, Map<String, Double> units) {
        return parameter.domain().fromUnit(units.getOrDefault(parameter.name(), 0.5));
    }

    private record Found(Map<String, Double> units, double value) {}
}
