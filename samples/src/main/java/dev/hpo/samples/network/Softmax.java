// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.network;

/**
 * The softmax function and its logarithm, shifted by the largest value so that no exponential overflows.
 *
 * <p>A value that is not a number makes all results not a number: a network that diverged must not look like one that
 * guesses.
 */
final class Softmax {
    private Softmax() {}

    /** Replaces {@code size} values from {@code start} on by their softmax. */
    static void apply(double[] values, int start, int size) {
        double logSum = logSumExp(values, start, size);
        for (int i = start; i < start + size; i++) {
            values[i] = Math.exp(values[i] - logSum);
        }
    }

    /** Returns {@code log(sum of exp(value))} over {@code size} values from {@code start} on. */
    static double logSumExp(double[] values, int start, int size) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = start; i < start + size; i++) {
            max = Math.max(max, values[i]);
        }
        double sum = 0;
        for (int i = start; i < start + size; i++) {
            sum += Math.exp(values[i] - max);
        }
        return max + Math.log(sum);
    }
}
