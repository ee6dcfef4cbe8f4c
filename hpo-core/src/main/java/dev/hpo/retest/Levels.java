// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How unlikely a difference must be at each look of a batch, so that all its looks together take a batch to be worse in one of 25 cases that is not. All looks of a batch
 * have the same (Pocock 1977). Failures are judged at the same level, at which Fisher's test, whose probabilities come in steps, is wrong less often.
 *
 * <p>Simulated by {@code benchmarks retest --levels --retests 1000000 --baselines 5,6,7,8,9,10,12,15,20,30,50,1000}, for values that are normally distributed.
 */
final class Levels {

    private static final NavigableMap<Integer, Double> BY_BASELINE = new TreeMap<>(Map.ofEntries(
            Map.entry(5, .02177),
            Map.entry(6, .02168),
            Map.entry(7, .02129),
            Map.entry(8, .02110),
            Map.entry(9, .02106),
            Map.entry(10, .02104),
            Map.entry(12, .02099),
            Map.entry(15, .02041),
            Map.entry(20, .02006),
            Map.entry(30, .02008),
            Map.entry(50, .01964),
            Map.entry(1000, .01903)));

    private Levels() {}

    /**
     * Returns the level for a baseline.
     *
     * @param size how many values it has; between those that were simulated it is interpolated, beyond them it is that of the nearest
     */
    static double of(int size) {
        Map.Entry<Integer, Double> below = BY_BASELINE.floorEntry(size);
        Map.Entry<Integer, Double> above = BY_BASELINE.ceilingEntry(size);
        if (below == null || above == null) {
            return below == null
                    ? BY_BASELINE.firstEntry().getValue()
                    : BY_BASELINE.lastEntry().getValue();
        }
        if (below.getKey().equals(above.getKey())) {
            return below.getValue();
        }
        // They are nearly linear in the reciprocal of the size.
        double share = (1.0 / below.getKey() - 1.0 / size) / (1.0 / below.getKey() - 1.0 / above.getKey());
        return below.getValue() + share * (above.getValue() - below.getValue());
    }
}
