// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import dev.hpo.confirm.Sample;
import dev.hpo.trial.Direction;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Whether re-tests get slowly worse, each by less than it could tell alone.
 *
 * <p>Each re-test is compared with all runs before it, those of accepting included, and what comes of it is brought to a standard normal scale (a self-starting Q chart, as of
 * Quesenberry 1991). That needs no knowledge of the true mean, whose error would else be taken for a drift. An exponentially weighted moving average (EWMA, Roberts 1959) of them
 * remembers small losses. Its weight and limit are those of Lucas and Saccucci 1990 for charts that alarm on both sides once in 500 times; here one side alarms. {@code benchmarks
 * retest} tells how often that is.
 *
 * @param retests how many re-tests it has seen
 * @param average the average: above 0 if they get worse
 * @param limit what it exceeds if that is no chance
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Drift(int retests, double average, double limit) {

    /** The weight of the last re-test. */
    public static final double WEIGHT = .1;

    /** How many standard deviations of the average its limit is. */
    public static final double WIDTH = 2.814;

    /** No single re-test counts for more, however clear it is. */
    private static final double LARGEST = 4;

    /**
     * Returns the drift of re-tests.
     *
     * @param baseline what was known when the configuration was accepted
     * @param retests the values of each re-test since, the oldest first
     */
    public static Drift of(Baseline baseline, List<Sample> retests) {
        Sums sums = new Sums(baseline);
        double average = 0;
        for (Sample retest : retests) {
            average = (1 - WEIGHT) * average + WEIGHT * sums.next(retest);
        }
        double variance = WEIGHT / (2 - WEIGHT) * (1 - Math.pow(1 - WEIGHT, 2.0 * retests.size()));
        return new Drift(retests.size(), average, WIDTH * Math.sqrt(variance));
    }

    /** Returns whether they get worse. */
    public boolean isDrifting() {
        return retests > 1 && average > limit;
    }

    /** What is known of all runs before. Not safe for use by several threads. */
    private static final class Sums {

        private final Direction direction;
        private final double floor;
        private double count;
        private double sum;
        private double squares;
        private double freedom;

        Sums(Baseline baseline) {
            this.direction = baseline.direction();
            this.floor = baseline.floor();
            add(baseline.value());
        }

        private void add(Sample sample) {
            count += sample.size();
            sum += sample.size() * direction.asLoss(sample.mean());
            squares += sample.variance() * (sample.size() - 1);
            freedom += sample.size() - 1;
        }

        /** Returns by how much a re-test is worse than all before it, as a standard normal number if nothing changes. */
        double next(Sample retest) {
            double loss = direction.asLoss(retest.mean()) - sum / count;
            double weight = 1 / count + 1.0 / retest.size();
            add(retest);
            double spread = Math.max(Math.sqrt(squares / freedom), floor);
            double scaled = loss / (spread * Math.sqrt(weight));
            if (loss == 0 || spread == 0) {
                return Math.signum(loss) * LARGEST;
            }
            // By symmetry, since a probability near 1 is none.
            double rare = new TDistribution(null, freedom).cumulativeProbability(-Math.abs(scaled));
            double normal =
                    rare == 0 ? LARGEST : -new NormalDistribution(null, 0, 1).inverseCumulativeProbability(rare);
            return Math.signum(loss) * Math.min(LARGEST, normal);
        }
    }
}
