// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s01linear;

import java.util.List;

/**
 * Shifts and scales values so that those it was fitted to have mean 0 and standard deviation 1.
 *
 * @param mean the mean that is taken off
 * @param deviation the standard deviation that is divided by, above 0
 */
record Standardizer(double mean, double deviation) {
    static Standardizer of(List<Integer> values) {
        double mean = values.stream().mapToInt(x -> x).average().orElseThrow();
        double variance = values.stream()
                .mapToDouble(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        return new Standardizer(mean, Math.sqrt(variance));
    }

    double scale(double value) {
        return (value - mean) / deviation;
    }

    double unscale(double scaled) {
        return scaled * deviation + mean;
    }
}
