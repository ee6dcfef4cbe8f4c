// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.pruning;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.study.Trial;
import dev.hpo.testkit.CurveFunction;
import java.util.random.RandomGenerator;

/** Trainings that are not as a pruner would have them, by what is wrong with them. What counts is how good the configuration is, whatever was reported of it. */
enum NastyTrainings {
    /** Some take five times as long as others, and those are the better ones. */
    LENGTHS(CurveFunction.LENGTHS) {
        @Override
        void train(Configuration configuration, Trial trial) {
            report(configuration, trial, 0);
        }
    },

    /** Each value is off, the last one too. */
    NOISY_ENDS(CurveFunction.EASY) {
        @Override
        void train(Configuration configuration, Trial trial) {
            report(configuration, trial, SPREAD);
        }
    },

    /** The first trainings fail after a third of the way, so that nobody knows how long one is. */
    UNKNOWN_LENGTH(CurveFunction.EASY) {
        @Override
        void train(Configuration configuration, Trial trial) {
            if (trial.number() >= FAILING) {
                report(configuration, trial, 0);
                return;
            }
            for (int step = 1; step <= function().steps() / 3; step++) {
                trial.report(step, function().loss(configuration, step));
            }
            // For two causes: a study whose first trials all failed for one would end.
            throw new IllegalStateException(
                    trial.number() % 2 == 0 ? "no space left on the device" : "too many open files");
        }
    },

    /** The first rounds favour what ends badly. */
    BOOSTING(CurveFunction.BOOSTING) {
        @Override
        void train(Configuration configuration, Trial trial) {
            report(configuration, trial, 0);
        }

        @Override
        double quality(Configuration configuration) {
            return function().loss(configuration, function().steps());
        }
    };

    private static final double SPREAD = 0.08;
    private static final int FAILING = 8;

    private final CurveFunction function;

    NastyTrainings(CurveFunction function) {
        this.function = function;
    }

    /** Trains a configuration and reports as it does. */
    abstract void train(Configuration configuration, Trial trial);

    CurveFunction function() {
        return function;
    }

    /** Returns what a configuration would end with if nothing was wrong. */
    double quality(Configuration configuration) {
        return function.loss(configuration, function.steps(configuration));
    }

    /** Reports a whole training, all of whose values are off by so much. */
    void report(Configuration configuration, Trial trial, double spread) {
        RandomGenerator random = SplitMix.of(trial.seed());
        int steps = function.steps(configuration);
        for (int step = 1; step <= steps; step++) {
            trial.report(step, function.loss(configuration, step) + spread * random.nextGaussian());
        }
    }
}
