// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import java.util.Arrays;

/** How numbers scatter, alone and with others. */
final class Spread {

    private Spread() {}

    /** Returns the standard deviation; 0 of none. */
    static double of(double[] numbers) {
        return numbers.length == 0 ? 0 : Math.sqrt(covariance(numbers, numbers) / numbers.length);
    }

    /** Returns Pearson's correlation of two series of the same length; 0 if one of them is always the same. */
    static double correlation(double[] some, double[] others) {
        double scales = Math.sqrt(covariance(some, some) * covariance(others, others));
        return scales > 0 ? covariance(some, others) / scales : 0;
    }

    private static double covariance(double[] some, double[] others) {
        double mean = Arrays.stream(some).average().orElse(0);
        double other = Arrays.stream(others).average().orElse(0);
        double sum = 0;
        for (int i = 0; i < some.length; i++) {
            sum += (some[i] - mean) * (others[i] - other);
        }
        return sum;
    }
}
