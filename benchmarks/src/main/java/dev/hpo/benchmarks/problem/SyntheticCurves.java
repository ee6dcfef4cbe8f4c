// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.testkit.CurveFunction;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Trainings of 30 epochs with 5 parameters, whose last values are those of one bowl with ripples, and whose curves lead there in ways of
 * which each is a trap for some rule of early stopping.
 */
final class SyntheticCurves {

    private static final int EPOCHS = 30;
    private static final int DIMENSIONS = 5;

    private static final PlainSpace SPACE = new PlainSpace(IntStream.range(0, DIMENSIONS)
            .<Parameter<?>>mapToObj(
                    i -> Parameter.ofDouble(Scope.root().child("u" + i), RealDomain.of(Scale.LINEAR, 0, 1)))
            .toList());

    private final Kind kind;

    private SyntheticCurves(Kind kind) {
        this.kind = kind;
    }

    static CurveProblem problem(Kind kind) {
        return new CurveProblem(
                kind.name().toLowerCase(Locale.ROOT),
                SPACE,
                EPOCHS,
                new SyntheticCurves(kind)::curve,
                new Problem.Range(kind.optimum, kind.randomMedian));
    }

    private double[] curve(Configuration configuration) {
        double[] units = SPACE.parameters().stream()
                .mapToDouble(parameter -> ((Number) configuration.raw(parameter)).doubleValue())
                .toArray();
        Draws draws = Draws.of(units, kind.seed);
        return IntStream.rangeClosed(1, EPOCHS)
                .mapToDouble(epoch -> kind.function.value(units, epoch, draws))
                .toArray();
    }

    /** How curves lead to their ends. */
    enum Kind {
        /** All fall alike. */
        EASY(0, CurveFunction.EASY, .10551, .8581),

        /** The better one ends, the later it falls: early order is reversed. */
        LATE(1, CurveFunction.LATE, .10012, .755),

        /** They fall at speeds of their own. */
        CROSSING(2, CurveFunction.CROSSING, .10012, .7792),

        /** Nothing happens for a third of the time. */
        PLATEAU(3, CurveFunction.PLATEAU, .10012, .8318),

        /** Each value but the last is off. */
        NOISY(4, CurveFunction.NOISY, .10012, .96),

        /** Some rise again. */
        DIVERGE(5, CurveFunction.DIVERGING, .10551, .8885),

        /** Some end in NaN. */
        NAN(6, CurveFunction.BROKEN, .10573, .7874),

        /** Early values say nothing. */
        NOTHING(7, CurveFunction.NOTHING, .10012, .7869);

        private final long seed;
        private final CurveFunction function;
        private final double optimum;
        private final double randomMedian;

        Kind(long seed, CurveFunction function, double optimum, double randomMedian) {
            this.seed = seed;
            this.function = function;
            this.optimum = optimum;
            this.randomMedian = randomMedian;
        }
    }

    /** What is random in a curve, and the same each time for a configuration. */
    private static final class Draws implements CurveFunction.Noise {

        private final double chance;
        private final double[] noise = new double[EPOCHS + 1];

        private Draws(RandomGenerator random) {
            chance = random.nextDouble();
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                noise[epoch] = random.nextGaussian();
            }
        }

        static Draws of(double[] units, long kind) {
            long seed = kind;
            for (double unit : units) {
                seed = 31 * seed + Double.doubleToLongBits(unit);
            }
            return new Draws(SplitMix.of(seed));
        }

        @Override
        public double at(int step) {
            return noise[step];
        }

        @Override
        public double chance() {
            return chance;
        }
    }
}
