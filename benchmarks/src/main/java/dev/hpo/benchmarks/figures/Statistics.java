// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The statistics of comparisons. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Statistics {

    private static final NaturalRanking RANKING = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE);

    private Statistics() {}

    /** Returns the median. */
    public static double median(double[] values) {
        return new Median().evaluate(values);
    }

    /** Returns the mean; NaN of none. */
    public static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Returns the ranks of some values, 1 for the smallest; equal ones share the mean of theirs. */
    public static double[] ranks(double[] values) {
        return RANKING.rank(values);
    }

    /**
     * Returns how likely it is that values are as much larger than others if both are of one distribution: the one-sided
     * test of Mann and Whitney (1947), by its normal approximation, corrected for ties and continuity.
     */
    public static double larger(double[] values, double[] others) {
        int m = values.length;
        int n = others.length;
        double[] all = Arrays.copyOf(values, m + n);
        System.arraycopy(others, 0, all, m, n);
        double[] ranks = ranks(all);
        double u = Arrays.stream(ranks, 0, m).sum() - m * (m + 1) / 2.0;
        double size = m + n;
        double variance = m * n / 12.0 * (size + 1 - tied(all) / (size * (size - 1)));
        if (variance <= 0) {
            return 1;
        }
        double z = (u - m * n / 2.0 - 0.5) / Math.sqrt(variance);
        return 1 - new NormalDistribution().cumulativeProbability(z);
    }

    /** Returns the sum of t^3 - t over the groups of t equal values. */
    private static double tied(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        int begin = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[begin]) {
                double t = i - begin;
                sum += t * t * t - t;
                begin = i;
            }
        }
        return sum;
    }

    /** Returns probabilities corrected for their number, as Holm (1979) does: step down from the smallest. */
    public static double[] holm(double[] probabilities) {
        int count = probabilities.length;
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] corrected = new double[count];
        double largest = 0;
        for (int step = 0; step < count; step++) {
            largest = Math.max(largest, Math.min(1, (count - step) * probabilities[order[step]]));
            corrected[order[step]] = largest;
        }
        return corrected;
    }
}
