// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.numeric.Medians;
import dev.hpo.trial.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** How much the gain of a nudge over its control varies by chance. */
final class Noise {

    /** With fewer values nothing is known of how they scatter. */
    private static final int FEWEST = 4;

    /** So many days say together how large the noise is, as one has few values. */
    private static final int DAYS = 5;

    /** The variance of a second difference of white noise is so many times that of the noise. */
    private static final double SECOND = 6;

    /** The median of the absolute value of a normal variable, in its standard deviations. */
    private static final double MEDIAN = 0.6744897501960817;

    private Noise() {}

    /**
     * Returns the standard deviation of the noise in the gain of the last of some pairs; empty while nothing is known of it.
     *
     * <p>It is taken from how the gains scatter about a line within the last days, if both have reported often enough in them. If not, from how the gains of all days with a nudge
     * of the same parameter do: those of different ones differ by what they do. What a nudge does counts as well there, so that the noise is rather too large than too small.
     */
    static OptionalDouble of(List<Pair> pairs, Direction direction) {
        List<Double> bends = new ArrayList<>();
        for (Pair pair : pairs.subList(Math.max(0, pairs.size() - DAYS), pairs.size())) {
            double[] within = pair.gains(direction);
            if (within.length >= FEWEST) {
                bends.addAll(bends(within));
            }
        }
        return deviation(bends.isEmpty() ? ofDays(pairs, direction) : bends);
    }

    private static List<Double> ofDays(List<Pair> pairs, Direction direction) {
        Map<String, List<Double>> byName = new TreeMap<>();
        for (Pair pair : pairs) {
            if (pair.isGood()) {
                pair.changed().ifPresent(name -> byName.computeIfAbsent(name, unused -> new ArrayList<>())
                        .add(pair.way(name) * pair.gain(direction)));
            }
        }
        List<Double> bends = new ArrayList<>();
        byName.values()
                .forEach(gains -> bends.addAll(
                        bends(gains.stream().mapToDouble(gain -> gain).toArray())));
        return bends;
    }

    /** The second differences are free of a trend. */
    private static List<Double> bends(double[] series) {
        List<Double> bends = new ArrayList<>();
        for (int place = 0; place + 2 < series.length; place++) {
            bends.add(Math.abs(series[place] - 2 * series[place + 1] + series[place + 2]));
        }
        return bends;
    }

    /** Their median is free of what breaks. */
    private static OptionalDouble deviation(List<Double> bends) {
        if (bends.size() < FEWEST - 2) {
            return OptionalDouble.empty();
        }
        double median = Medians.of(bends.stream().mapToDouble(bend -> bend).toArray());
        return OptionalDouble.of(median / MEDIAN / StrictMath.sqrt(SECOND));
    }
}
