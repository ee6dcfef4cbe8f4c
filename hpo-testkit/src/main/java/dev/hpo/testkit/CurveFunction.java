// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A training with made-up losses, on which pruners are compared: what five numbers between 0 and 1 lead to in the end, and on the way there, which says
 * much, little, nothing or the opposite of the end. The same numbers always give the same curve, noise included.
 */
@API(status = Status.INTERNAL, since = "0.1")
public enum CurveFunction {
    /** The loss falls as it does everywhere: all steps say what the last one says. */
    EASY(30) {
        @Override
        double loss(double[] u, int step, Noise noise) {
            return falling(u, step);
        }
    },
    /** What is good in the end is bad for long. */
    LATE(30) {
        @Override
        double loss(double[] u, int step, Noise noise) {
            double f = end(u);
            double q = badness(u);
            return f + (1.7 - .6 * q - f) * logistic((22 - 18 * q - step) / 1.2);
        }
    },
    /** Curves fall at speeds that have nothing to do with their ends. */
    CROSSING(30) {
        @Override
        double loss(double[] u, int step, Noise noise) {
            double rate = .05 + .5 * u[1];
            return end(u) + 2 * (Math.exp(-rate * step) - Math.exp(-30 * rate));
        }
    },
    /** Nothing happens for a third of the training. */
    PLATEAU(30) {
        @Override
        double loss(double[] u, int step, Noise noise) {
            return step < 11 ? 1.6 + .02 * noise.at(step) : end(u) + 1.2 * logistic(14.0 - step);
        }
    },
    /** The loss is measured with an error. */
    NOISY(30) {
        @Override
        double loss(double[] u, int step, Noise noise) {
            return falling(u, step) + .08 * noise.at(step);
        }
    },
    /** Many trainings diverge on their way. */
    DIVERGING(30) {
        @Override
        double loss(double[] u, int step, Noise noise) {
            double from = 5 + 20 * noise.place();
            boolean diverges = u[2] > .7925 + .1 || noise.chance() < .1;
            return falling(u, step) + (diverges && step > from ? .5 * (step - from) * (step - from) : 0);
        }
    },
    /** Many trainings turn NaN on their way, and fail. */
    BROKEN(30) {
        @Override
        double loss(double[] u, int step, Noise noise) {
            double from = 3 + 22 * noise.place();
            boolean breaks = u[0] > .4396 + .25 || noise.chance() < .2;
            return breaks && step > from ? Double.NaN : falling(u, step);
        }
    },
    /** What is reported on the way is noise. */
    NOTHING(30) {
        @Override
        double loss(double[] u, int step, Noise noise) {
            return 1 + .2 * noise.at(step);
        }
    },
    /** Rounds of boosting: the larger the learning rate, the better the first rounds and the worse the end. */
    BOOSTING(100) {
        @Override
        double loss(double[] u, int step, Noise noise) {
            double rate = Math.pow(10, -2 + 2 * u[0]);
            double learned = 1 - Math.exp(-8 * rate * step);
            double overfit = .12 * Math.pow(rate, .7) * (1 - Math.exp(-rate * step / 2));
            double rest = .08 * Math.pow(u[1] - .6, 2) + .05 * Math.pow(u[2] - .3, 2);
            return .08 + rest * learned + overfit + 2.2 * (1 - learned) + .001 * noise.at(step);
        }
    },
    /** Trainings end between step 10 and step 50, as their configuration says, the long ones better. */
    LENGTHS(50) {
        @Override
        double loss(double[] u, int step, Noise noise) {
            return falling(u, step);
        }

        @Override
        int steps(double[] u) {
            return 10 + (int) Math.round(40 * u[3]);
        }
    };

    private static final int DIMENSIONS = 5;
    private static final List<Parameter<Double>> AXES = IntStream.range(0, DIMENSIONS)
            .mapToObj(axis -> Parameter.ofDouble(Scope.root().child("x" + axis), RealDomain.of(Scale.LINEAR, 0, 1)))
            .toList();
    private static final int PARTS = 1000;
    private static final double[] WEIGHTS = {2, 1.5, 1, .5, .25};

    private final int steps;

    CurveFunction(int steps) {
        this.steps = steps;
    }

    /** Returns the space of five numbers between 0 and 1. */
    public Space<Configuration> space() {
        return new PlainSpace(AXES);
    }

    /** Returns how many steps a training takes at most. */
    public int steps() {
        return steps;
    }

    /** Returns how many steps the training of a configuration takes. */
    public int steps(Configuration configuration) {
        return steps(point(configuration));
    }

    int steps(double[] u) {
        return steps;
    }

    /** Returns the loss after a step, from 1; at the last step, in the end. */
    public double loss(Configuration configuration, int step) {
        return value(point(configuration), step);
    }

    private double value(double[] u, int step) {
        return value(u, step, Noise.of(u));
    }

    /**
     * Returns the loss after a step, with what is random in it drawn by somebody else.
     *
     * @param u the five numbers of a configuration
     * @param step from 1
     */
    public double value(double[] u, int step, Noise noise) {
        boolean isSaidOnlyInTheEnd = this == LATE || this == PLATEAU || this == NOISY || this == NOTHING;
        return step == steps && isSaidOnlyInTheEnd ? end(u) : loss(u, step, noise);
    }

    /** Returns the loss of a configuration in the end if nothing went wrong on the way there. */
    public double end(Configuration configuration) {
        return end(point(configuration));
    }

    /** Returns the lowest loss in the end, as far as a search along each axis finds it. */
    public double minimum() {
        double lowest = lowest(Double.POSITIVE_INFINITY, best());
        for (int axis = 0; axis < DIMENSIONS; axis++) {
            for (int part = 0; part <= PARTS; part++) {
                double[] u = best();
                u[axis] = (double) part / PARTS;
                lowest = lowest(lowest, u);
            }
        }
        return lowest;
    }

    /** Returns where the end is best. */
    private double[] best() {
        return switch (this) {
            case EASY -> new double[] {.7031, .6928, .2946, .6851, .5633};
            case LATE -> new double[] {.3317, .4393, .5446, .4018, .3782};
            case CROSSING -> new double[] {.4583, .3632, .346, .7219, .2347};
            case PLATEAU -> new double[] {.2329, .4798, .3113, .3824, .2537};
            case NOISY -> new double[] {.7824, .2083, .4376, .5685, .7887};
            case DIVERGING -> new double[] {.7198, .632, .7925, .7964, .4258};
            case BROKEN -> new double[] {.4396, .7275, .469, .4806, .7343};
            case NOTHING -> new double[] {.4797, .2888, .6348, .5906, .2505};
            case BOOSTING -> new double[] {.25, .6, .3, .5, .5};
            case LENGTHS -> new double[] {.3, .6, .45, .9, .5};
        };
    }

    /** Some trainings have no end. */
    private double lowest(double lowest, double[] u) {
        double last = value(u, steps(u));
        return last < lowest ? last : lowest;
    }

    abstract double loss(double[] u, int step, Noise noise);

    private double[] point(Configuration configuration) {
        return AXES.stream().mapToDouble(configuration::get).toArray();
    }

    double end(double[] u) {
        double f = .1;
        double[] best = best();
        for (int axis = 0; axis < DIMENSIONS; axis++) {
            double z = u[axis] - best[axis];
            f += WEIGHTS[axis] * z * z + .03 * (1 - Math.cos(9 * z));
        }
        return f + .3 * Math.abs((u[0] - best[0]) * (u[1] - best[1]));
    }

    double falling(double[] u, int step) {
        return end(u) + .8 * Math.exp(-step / 6.0);
    }

    double badness(double[] u) {
        return Math.max(0, Math.min(1, (end(u) - .1) / .6));
    }

    static double logistic(double a) {
        return 1 / (1 + Math.exp(-a));
    }

    /** What is random in a curve, and the same each time for a configuration. */
    public interface Noise {

        /** Returns that of a configuration, by a hash of its numbers. */
        static Noise of(double[] u) {
            return new Noise() {
                @Override
                public double at(int step) {
                    return generator(u, step).nextGaussian();
                }

                @Override
                public double chance() {
                    return generator(u, 0).nextDouble();
                }
            };
        }

        /** Returns a standard normal number that belongs to a step. */
        double at(int step);

        /** Returns a number between 0 and 1. */
        double chance();

        /** Returns another one. */
        default double place() {
            return 7 * chance() % 1;
        }
    }

    private static RandomGenerator generator(double[] u, int step) {
        long hash = 0;
        for (double x : u) {
            hash = SplitMix.mix(hash, Double.doubleToLongBits(x));
        }
        return SplitMix.of(hash, step);
    }
}
