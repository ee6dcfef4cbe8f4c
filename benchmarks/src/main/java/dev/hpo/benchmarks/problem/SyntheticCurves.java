// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.testkit.Formulas;
import java.util.EnumSet;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Trainings of 30 epochs with 5 parameters, whose last values are those of one bowl with ripples, and whose curves lead there in ways of
 * which each is a trap for some rule of early stopping.
 */
final class SyntheticCurves {

    private static final int EPOCHS = 30;
    private static final double FLOOR = 0.1;
    private static final double[] WEIGHTS = {2, 1.5, 1, .5, .25};

    private static final PlainSpace SPACE = new PlainSpace(IntStream.range(0, WEIGHTS.length)
            .<Parameter<?>>mapToObj(
                    i -> Parameter.ofDouble(Scope.root().child("u" + i), RealDomain.of(Scale.LINEAR, 0, 1)))
            .toList());

    private final Kind kind;
    private final long seed;
    private final Problem.Range range;
    private final double[] centre;

    private SyntheticCurves(Kind kind, long seed, Problem.Range range, double... centre) {
        this.kind = kind;
        this.seed = seed;
        this.range = range;
        this.centre = centre;
    }

    static CurveProblem problem(Kind kind) {
        return (switch (kind) {
                    case EASY -> of(kind, 0, range(.10551, .8581), .7031, .6928, .2946, .6851, .5633);
                    case LATE -> of(kind, 1, range(.10012, .755), .3317, .4393, .5446, .4018, .3782);
                    case CROSSING -> of(kind, 2, range(.10012, .7792), .4583, .3632, .346, .7219, .2347);
                    case PLATEAU -> of(kind, 3, range(.10012, .8318), .2329, .4798, .3113, .3824, .2537);
                    case NOISY -> of(kind, 4, range(.10012, .96), .7824, .2083, .4376, .5685, .7887);
                    case DIVERGE -> of(kind, 5, range(.10551, .8885), .7198, .632, .7925, .7964, .4258);
                    case NAN -> of(kind, 6, range(.10573, .7874), .4396, .7275, .469, .4806, .7343);
                    case NOTHING -> of(kind, 7, range(.10012, .7869), .4797, .2888, .6348, .5906, .2505);
                })
                .problem();
    }

    private static SyntheticCurves of(Kind kind, long seed, Problem.Range range, double... centre) {
        return new SyntheticCurves(kind, seed, range, centre);
    }

    private static Problem.Range range(double optimum, double randomMedian) {
        return new Problem.Range(optimum, randomMedian);
    }

    private CurveProblem problem() {
        return new CurveProblem(kind.name().toLowerCase(Locale.ROOT), SPACE, EPOCHS, this::curve, range);
    }

    private double[] curve(Configuration configuration) {
        double[] units = SPACE.parameters().stream()
                .mapToDouble(parameter -> ((Number) configuration.raw(parameter)).doubleValue())
                .toArray();
        Draws draws = Draws.of(units, seed);
        double end = end(units);
        double[] curve = new double[EPOCHS];
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            curve[epoch - 1] = value(units, end, epoch, draws);
        }
        if (EnumSet.of(Kind.LATE, Kind.PLATEAU, Kind.NOISY, Kind.NOTHING).contains(kind)) {
            curve[EPOCHS - 1] = end;
        }
        return curve;
    }

    private double end(double[] units) {
        double sum = FLOOR;
        for (int i = 0; i < units.length; i++) {
            double z = units[i] - centre[i];
            sum += WEIGHTS[i] * Formulas.square(z) + 0.03 * (1 - Math.cos(9 * z));
        }
        return sum + 0.3 * Math.abs((units[0] - centre[0]) * (units[1] - centre[1]));
    }

    private double value(double[] units, double end, int epoch, Draws draws) {
        double easy = end + 0.8 * Math.exp(-epoch / 6.0);
        double rank = Math.min(1, Math.max(0, (end - FLOOR) / 0.6));
        return switch (kind) {
            case EASY -> easy;
            case LATE -> end + (1.7 - 0.6 * rank - end) * logistic((22 - 18 * rank - epoch) / 1.2);
            case CROSSING -> {
                double rate = 0.05 + 0.5 * units[1];
                yield end + 2 * (Math.exp(-rate * epoch) - Math.exp(-EPOCHS * rate));
            }
            case PLATEAU -> epoch < 11 ? 1.6 + 0.02 * draws.noise(epoch) : end + 1.2 * logistic(14 - epoch);
            case NOISY -> easy + 0.08 * draws.noise(epoch);
            case DIVERGE -> {
                double turn = 5 + 20 * draws.moment();
                boolean isTurning = epoch > turn && (units[2] > centre[2] + 0.1 || draws.chance < 0.1);
                yield isTurning ? easy + 0.5 * Formulas.square(epoch - turn) : easy;
            }
            case NAN -> {
                boolean isBroken =
                        epoch > 3 + 22 * draws.moment() && (units[0] > centre[0] + 0.25 || draws.chance < 0.2);
                yield isBroken ? Double.NaN : easy;
            }
            case NOTHING -> 1 + 0.2 * draws.noise(epoch);
        };
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** How curves lead to their ends. */
    enum Kind {
        /** All fall alike. */
        EASY,

        /** The better one ends, the later it falls: early order is reversed. */
        LATE,

        /** They fall at speeds of their own. */
        CROSSING,

        /** Nothing happens for a third of the time. */
        PLATEAU,

        /** Each value but the last is off. */
        NOISY,

        /** Some rise again. */
        DIVERGE,

        /** Some end in NaN. */
        NAN,

        /** Early values say nothing. */
        NOTHING
    }

    /** What is random in a curve, and the same each time for a configuration. */
    private static final class Draws {

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

        /** Returns a standard normal number. */
        double noise(int epoch) {
            return noise[epoch];
        }

        /** Returns when something happens, as a part of the time in which it can. */
        double moment() {
            return 7 * chance % 1;
        }
    }
}
