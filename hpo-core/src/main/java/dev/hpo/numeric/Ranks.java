// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Places of numbers in their order. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Ranks {

    private Ranks() {}

    /**
     * Returns the ranks of some values, from 1; equal ones have the mean of theirs.
     *
     * @param values finite or infinite
     */
    public static double[] of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ofSorted = ofSorted(sorted);
        return Arrays.stream(values)
                .map(value -> ofSorted[Arrays.binarySearch(sorted, value)])
                .toArray();
    }

    private static double[] ofSorted(double[] sorted) {
        double[] ranks = new double[sorted.length];
        for (int from = 0; from < ranks.length; ) {
            int to = from + 1;
            while (to < ranks.length && sorted[to] == sorted[from]) {
                to++;
            }
            Arrays.fill(ranks, from, to, (from + to + 1) / 2.0);
            from = to;
        }
        return ranks;
    }

    /**
     * Returns Spearman's correlation of two series, that of their ranks; 0 if all values of one are equal.
     *
     * @param other as many as the others, and at least one
     */
    public static double correlation(double[] values, double[] other) {
        double[] ranks = of(values);
        double[] others = of(other);
        double mean = (values.length + 1) / 2.0;
        double together = 0;
        double own = 0;
        double its = 0;
        for (int i = 0; i < ranks.length; i++) {
            together += (ranks[i] - mean) * (others[i] - mean);
            own += (ranks[i] - mean) * (ranks[i] - mean);
            its += (others[i] - mean) * (others[i] - mean);
        }
        return own == 0 || its == 0 ? 0 : together / Math.sqrt(own * its);
    }
}
