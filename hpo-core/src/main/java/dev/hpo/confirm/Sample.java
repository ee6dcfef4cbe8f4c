// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The values of runs of one configuration, each with a seed of its own.
 *
 * @param values the values, in the order of the runs; at least one, all finite
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Sample(List<Double> values) {

    /** Creates a sample. */
    public Sample {
        values = List.copyOf(values);
        if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Sample.values (" + values + ") must be finite numbers, at least one");
        }
    }

    /** Returns how many values there are. */
    public int size() {
        return values.size();
    }

    /** Returns the mean. */
    public double mean() {
        double mean = StatUtils.mean(array());
        // Of the largest numbers the sum is none, but the mean is.
        return Double.isFinite(mean)
                ? mean
                : values.stream().mapToDouble(value -> value / size()).sum();
    }

    /** Returns the variance of a value, estimated from these; 0 for a single one. */
    public double variance() {
        return size() == 1 ? 0 : StatUtils.variance(array());
    }

    /** Returns the standard deviation of a value, estimated from these; 0 for a single one. */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /**
     * Returns an interval for the mean of all runs that there could be: Student's.
     *
     * @param confidence how often such intervals cover it, between 0 and 1, where values are normally distributed
     * @return one of no width where all values are equal, and the whole line for a single value
     */
    public Interval interval(double confidence) {
        return interval(mean(), variance() / size(), size() - 1, confidence);
    }

    /**
     * Returns an interval for how much larger the mean of these is than that of others: Welch's, which needs no equal variances.
     *
     * @param others the others
     * @param confidence how often such intervals cover it, between 0 and 1
     */
    public Interval lead(Sample others, double confidence) {
        double own = variance() / size();
        double theirs = others.variance() / others.size();
        double both = own + theirs;
        if (!Double.isFinite(both)) {
            return interval(mean() - others.mean(), both, 0, confidence);
        }
        // Welch and Satterthwaite, of which equal values leave 0 / 0. Shares have squares also where variances are too
        // large or too small for it.
        double freedom = both == 0
                ? size() + others.size() - 2
                : 1 / (square(own / both, size() - 1) + square(theirs / both, others.size() - 1));
        boolean isAnySingle = size() == 1 || others.size() == 1;
        return interval(mean() - others.mean(), both, isAnySingle ? 0 : freedom, confidence);
    }

    private static double square(double share, int freedom) {
        return share * share / freedom;
    }

    private static Interval interval(double mean, double variance, double freedom, double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("Sample.confidence (" + confidence + ") must lie between 0 and 1");
        }
        if (freedom <= 0) {
            return new Interval(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double half = variance == 0
                ? 0
                : new TDistribution(null, freedom).inverseCumulativeProbability((1 + confidence) / 2)
                        * Math.sqrt(variance);
        return new Interval(mean, mean - half, mean + half);
    }

    private double[] array() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
