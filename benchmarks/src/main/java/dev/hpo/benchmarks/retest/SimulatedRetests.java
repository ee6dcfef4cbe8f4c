// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.retest;

import dev.hpo.confirm.Sample;
import dev.hpo.retest.Baseline;
import dev.hpo.retest.Drift;
import dev.hpo.retest.RetestPlan;
import dev.hpo.trial.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Re-tests of configurations that are known to have changed, or not.
 *
 * @param size how many values each was accepted with
 * @param noise how values vary
 * @param failed how likely a run failed when they were accepted
 * @param seed the seed of all randomness
 */
record SimulatedRetests(int size, Noise noise, double failed, long seed) {

    private static final int NIGHTS = 100;

    /**
     * Returns how many batches look worse, and how many re-tests do, which takes two.
     *
     * @param loss by how many standard deviations values have got worse
     * @param failing how likely a run fails now
     * @param count how many re-tests there are, each with a baseline of its own
     */
    Found found(double loss, double failing, int count) {
        RandomGenerator random = new SplittableRandom(seed);
        int batches = 0;
        int confirmed = 0;
        long runs = 0;
        for (int retest = 0; retest < count; retest++) {
            Baseline baseline = baseline(random);
            int first = batch(baseline, batch(random, loss, failing));
            int second = first < 0 ? batch(baseline, batch(random, loss, failing)) : 0;
            batches += first < 0 ? 1 : 0;
            confirmed += second < 0 ? 1 : 0;
            runs += Math.abs(first) + Math.abs(second);
        }
        return new Found(batches / (double) count, confirmed / (double) count, runs / (double) count);
    }

    /** Returns after how many runs a batch was over, as a negative number if it looks worse. */
    private static int batch(Baseline baseline, List<Double> losses) {
        return baseline.alarm(losses).map(alarm -> -alarm.runs()).orElse(losses.size());
    }

    /** Returns for how many baselines at least one of a hundred nightly re-tests is wrong, if nothing has changed. */
    double wrongInHundred(int count) {
        RandomGenerator random = new SplittableRandom(seed);
        int wrong = 0;
        for (int each = 0; each < count; each++) {
            Baseline baseline = baseline(random);
            boolean isWrong = false;
            for (int night = 0; night < NIGHTS && !isWrong; night++) {
                boolean isAlarm = batch(baseline, batch(random, 0, 0)) < 0;
                isWrong = isAlarm && batch(baseline, batch(random, 0, 0)) < 0;
            }
            wrong += isWrong ? 1 : 0;
        }
        return wrong / (double) count;
    }

    /**
     * Returns after how many re-tests a drift is told, in the middle, and how often within a hundred.
     *
     * @param loss by how many standard deviations values get worse from each re-test to the next
     * @param count how many series of re-tests there are
     */
    Drifting drifting(double loss, int count) {
        RandomGenerator random = new SplittableRandom(seed);
        double[] lengths = new double[count];
        int told = 0;
        for (int each = 0; each < count; each++) {
            Baseline baseline = baseline(random);
            List<Sample> retests = new ArrayList<>();
            boolean isTold = false;
            while (!isTold && retests.size() < NIGHTS) {
                retests.add(new Sample(batch(random, loss * (retests.size() + 1), 0)));
                isTold = Drift.of(baseline, retests).isDrifting();
            }
            told += isTold ? 1 : 0;
            lengths[each] = isTold ? retests.size() : Double.POSITIVE_INFINITY;
        }
        Arrays.sort(lengths);
        return new Drifting(lengths[count / 2], told / (double) count);
    }

    /** Returns how unlikely the worst look of batches is of which none is worse, such that a share of them is as unlikely, or more. */
    double level(double share, int count) {
        RandomGenerator random = new SplittableRandom(seed);
        double[] least = new double[count];
        for (int each = 0; each < count; each++) {
            Baseline baseline = baseline(random);
            List<Double> batch = batch(random, 0, 0);
            least[each] = RetestPlan.LOOKS.stream()
                    .mapToDouble(look -> baseline.probability(batch.subList(0, look)))
                    .min()
                    .orElseThrow();
        }
        Arrays.sort(least);
        return least[(int) (share * count)];
    }

    private Baseline baseline(RandomGenerator random) {
        List<Double> values = new ArrayList<>();
        int failures = 0;
        while (values.size() < size) {
            if (failed > 0 && random.nextDouble() < failed) {
                failures++;
            } else {
                values.add(noise.next(random));
            }
        }
        return new Baseline(new Sample(values), failures, Direction.MINIMIZE, RetestPlan.usual());
    }

    private List<Double> batch(RandomGenerator random, double loss, double failing) {
        List<Double> losses = new ArrayList<>();
        for (int run = 0; run < RetestPlan.BATCH; run++) {
            double value = loss + noise.next(random);
            losses.add(failing > 0 && random.nextDouble() < failing ? Double.POSITIVE_INFINITY : value);
        }
        return losses;
    }

    /**
     * What re-tests find.
     *
     * @param batch the share whose first batch looks worse
     * @param confirmed the share whose second batch does too
     * @param runs how many runs they take
     */
    record Found(double batch, double confirmed, double runs) {}

    /**
     * When a drift is told.
     *
     * @param retests after how many re-tests, in the middle; infinite if not within a hundred
     * @param share how often it is within a hundred
     */
    record Drifting(double retests, double share) {}
}
