// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import dev.hpo.benchmarks.figures.Statistics;
import dev.hpo.numeric.SplitMix;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How far the mean over problems of the median over seeds may be off: problems are drawn anew with repetition, and then seeds of
 * each, as Field and Welsh (2007), "Bootstrapping clustered data", do in the two-stage bootstrap.
 *
 * @param low below which 2.5 % of the means are
 * @param high above which 2.5 % of them are
 */
record Bootstrap(double low, double high) {

    private static final int RESAMPLES = 2000;

    /**
     * Returns the interval for values.
     *
     * @param problems for each problem the value of each seed
     */
    static Bootstrap of(List<double[]> problems) {
        RandomGenerator random = SplitMix.of(1);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            means[i] = mean(problems, random);
        }
        Arrays.sort(means);
        return new Bootstrap(means[RESAMPLES / 40], means[RESAMPLES - 1 - RESAMPLES / 40]);
    }

    private static double mean(List<double[]> problems, RandomGenerator random) {
        double sum = 0;
        for (int i = 0; i < problems.size(); i++) {
            double[] seeds = problems.get(random.nextInt(problems.size()));
            double[] drawn = new double[seeds.length];
            Arrays.setAll(drawn, k -> seeds[random.nextInt(seeds.length)]);
            sum += Statistics.median(drawn);
        }
        return sum / problems.size();
    }
}
