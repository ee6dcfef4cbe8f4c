// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.retest;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** How values of one configuration vary from run to run, with mean 0 and standard deviation 1. */
enum Noise {
    /** Normally. */
    NORMAL {
        @Override
        double next(RandomGenerator random) {
            return random.nextGaussian();
        }
    },

    /** As what has a normally distributed logarithm: some runs are much worse than most. */
    SKEWED {
        @Override
        double next(RandomGenerator random) {
            double variance = SHAPE * SHAPE;
            double value = Math.exp(SHAPE * random.nextGaussian());
            double spread = Math.sqrt((Math.exp(variance) - 1) * Math.exp(variance));
            return (value - Math.exp(variance / 2)) / spread;
        }
    },

    /** As Student's t with 5 degrees of freedom: on both sides some are far off. */
    HEAVY {
        @Override
        double next(RandomGenerator random) {
            double squares = 0;
            for (int i = 0; i < FREEDOM; i++) {
                double normal = random.nextGaussian();
                squares += normal * normal;
            }
            double student = random.nextGaussian() / Math.sqrt(squares / FREEDOM);
            return student / Math.sqrt(FREEDOM / (FREEDOM - 2));
        }
    };

    private static final double SHAPE = .5;
    private static final double FREEDOM = 5;

    abstract double next(RandomGenerator random);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
