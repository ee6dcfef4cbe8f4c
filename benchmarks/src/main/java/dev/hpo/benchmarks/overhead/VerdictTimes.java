// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.overhead;

import dev.hpo.benchmarks.figures.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What verdicts take at each step of a training: the median over trials, which other work on the machine does not move. */
final class VerdictTimes {

    private final List<List<Double>> microseconds = new ArrayList<>();

    /** Creates times of trainings of some steps. */
    VerdictTimes(int steps) {
        for (int step = 0; step < steps; step++) {
            microseconds.add(new ArrayList<>());
        }
    }

    /**
     * Adds the time of a verdict.
     *
     * @param step from 1
     */
    void add(int step, long nanoseconds) {
        microseconds.get(step - 1).add(nanoseconds / 1000.0);
    }

    /** Returns the mean over the steps. */
    double mean() {
        return Statistics.mean(medians());
    }

    /** Returns the time of the dearest step. */
    double most() {
        return Arrays.stream(medians()).max().orElse(0);
    }

    /** Returns the number of steps that take longer. */
    long above(double limit) {
        return Arrays.stream(medians()).filter(median -> median > limit).count();
    }

    /** Returns the time of the dearest of all other steps. */
    double mostUpTo(double limit) {
        return Arrays.stream(medians()).filter(median -> median <= limit).max().orElse(0);
    }

    private double[] medians() {
        return microseconds.stream()
                .mapToDouble(times -> Statistics.median(
                        times.stream().mapToDouble(time -> time).toArray()))
                .toArray();
    }
}
