// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import java.util.random.RandomGenerator;

/**
 * The normal distribution that the numeric coordinates are drawn from, and its update by a ranked population. Immutable.
 *
 * <p>Source: Hansen, "The CMA evolution strategy: a tutorial", arXiv 1604.00772, appendix A, with active covariance weights and
 * the factors per coordinate of Hamano et al., "CMA-ES with margin", GECCO 2022, which only coordinates with gaps have.
 */
final class Gaussian {

    private final double[] mean;
    private final double sigma;
    private final double[][] covariance;
    private final double[] sigmaPath;
    private final double[] covariancePath;

    private final double[] factors;

    private final Axes axes;
    private final int updates;
    private final int decomposedAt;

    private Gaussian(Shape shape, Axes axes, int updates, int decomposedAt) {
        this.mean = shape.mean;
        this.sigma = shape.sigma;
        this.covariance = shape.covariance;
        this.sigmaPath = shape.sigmaPath;
        this.covariancePath = shape.covariancePath;
        this.factors = shape.factors;
        this.axes = axes;
        this.updates = updates;
        this.decomposedAt = decomposedAt;
    }

    /** Returns the distribution to begin with, equally wide in all coordinates. */
    static Gaussian around(double[] mean, double sigma) {
        Shape shape = new Shape(mean.length);
        System.arraycopy(mean, 0, shape.mean, 0, mean.length);
        shape.sigma = sigma;
        for (int at = 0; at < mean.length; at++) {
            shape.covariance[at][at] = 1;
            shape.factors[at] = 1;
        }
        return new Gaussian(shape, Axes.of(shape.covariance), 0, 0);
    }

    double[] draw(RandomGenerator random) {
        double[] point = axes.draw(random);
        for (int at = 0; at < point.length; at++) {
            point[at] = mean[at] + sigma * factors[at] * point[at];
        }
        return point;
    }

    /** Returns the standard deviation of a coordinate. */
    double spread(int at) {
        return sigma * factors[at] * Math.sqrt(covariance[at][at]);
    }

    /** Returns the mean, which must not be changed. */
    double[] mean() {
        return mean;
    }

    /** Returns the covariance of steps of size 1 and without factors, which must not be changed. */
    double[][] covariance() {
        return covariance;
    }

    /** Returns what the spread of each coordinate is multiplied by so that it does not shrink into a cell; not to be changed. */
    double[] factors() {
        return factors;
    }

    /** Returns the step size, which all standard deviations are multiplied by. */
    double sigma() {
        return sigma;
    }

    /** Returns whether all numbers are finite and the covariance can still be decomposed in double precision. */
    boolean isSound() {
        double sum = sigma;
        for (int at = 0; at < mean.length; at++) {
            sum += mean[at] + covariance[at][at];
        }
        return axes.isSound() && Double.isFinite(sum);
    }

    /** Returns the distribution after a generation, before any margin. */
    Gaussian updated(Ranked ranked, Weights weights) {
        double[][] steps = steps(ranked);
        double[] mean = weightedMean(steps, weights);
        double[] white = axes.whiten(mean);
        Shape next = new Shape(mean.length);
        for (int at = 0; at < mean.length; at++) {
            next.mean[at] = this.mean[at] + sigma * factors[at] * mean[at];
            next.factors[at] = factors[at];
        }
        double length = adaptSigma(next, white, weights);
        boolean stalled =
                length / Math.sqrt(1 - Math.pow(1 - weights.cSigma(), 2.0 * (updates + 1))) / weights.expectedLength()
                        >= 1.4 + 2 / (weights.coordinates() + 1.0);
        adaptCovariance(next, mean, stalled, weights);
        learn(next, steps, weights);
        return decomposed(next, weights);
    }

    /** Returns this distribution with another mean and other factors. */
    Gaussian with(double[] otherMean, double[] otherFactors) {
        Shape shape = new Shape(this);
        System.arraycopy(otherMean, 0, shape.mean, 0, otherMean.length);
        System.arraycopy(otherFactors, 0, shape.factors, 0, otherFactors.length);
        return new Gaussian(shape, axes, updates, decomposedAt);
    }

    private double[][] steps(Ranked ranked) {
        double[][] steps = new double[ranked.size()][];
        for (int rank = 0; rank < steps.length; rank++) {
            double[] step = ranked.point(rank).clone();
            for (int at = 0; at < step.length; at++) {
                step[at] = (step[at] - mean[at]) / (sigma * factors[at]);
            }
            steps[rank] = ranked.isOwn(rank) ? step : shortened(step);
        }
        return steps;
    }

    /** Keeps a step that this distribution would hardly have made from tearing it apart (Hansen 2011, "Injecting external solutions"). */
    private double[] shortened(double[] step) {
        double n = step.length;
        double length = Math.sqrt(axes.squaredLength(step));
        double longest = Math.sqrt(n) + 2 * n / (n + 2);
        if (length > longest) {
            for (int at = 0; at < step.length; at++) {
                step[at] *= longest / length;
            }
        }
        return step;
    }

    private static double[] weightedMean(double[][] steps, Weights weights) {
        double[] sum = new double[steps[0].length];
        for (int rank = 0; rank < weights.parents(); rank++) {
            for (int at = 0; at < sum.length; at++) {
                sum[at] += weights.of(rank) * steps[rank][at];
            }
        }
        return sum;
    }

    /** Returns the length of the new path. */
    private double adaptSigma(Shape next, double[] white, Weights weights) {
        double c = weights.cSigma();
        double squares = 0;
        for (int at = 0; at < white.length; at++) {
            next.sigmaPath[at] = (1 - c) * sigmaPath[at] + Math.sqrt(c * (2 - c) * weights.muEff()) * white[at];
            squares += next.sigmaPath[at] * next.sigmaPath[at];
        }
        double length = Math.sqrt(squares);
        next.sigma = sigma * Math.exp(Math.min(1, c / weights.damping() * (length / weights.expectedLength() - 1)));
        return length;
    }

    private void adaptCovariance(Shape next, double[] mean, boolean stalled, Weights weights) {
        double c = weights.cC();
        double pull = stalled ? 0 : Math.sqrt(c * (2 - c) * weights.muEff());
        for (int at = 0; at < mean.length; at++) {
            next.covariancePath[at] = (1 - c) * covariancePath[at] + pull * mean[at];
        }
        double sum = 0;
        for (int rank = 0; rank < weights.population(); rank++) {
            sum += weights.of(rank);
        }
        double kept = 1 + (stalled ? weights.c1() * c * (2 - c) : 0) - weights.c1() - weights.cMu() * sum;
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                next.covariance[i][j] =
                        kept * covariance[i][j] + weights.c1() * next.covariancePath[i] * next.covariancePath[j];
            }
        }
    }

    private void learn(Shape next, double[][] steps, Weights weights) {
        for (int rank = 0; rank < steps.length; rank++) {
            double[] step = steps[rank];
            double weight = weights.of(rank);
            if (weight < 0) {
                weight *= step.length / Math.max(axes.squaredLength(step), 1e-12);
            }
            for (int i = 0; i < step.length; i++) {
                double amount = weights.cMu() * weight * step[i];
                for (int j = 0; j < step.length; j++) {
                    next.covariance[i][j] += amount * step[j];
                }
            }
        }
    }

    private Gaussian decomposed(Shape next, Weights weights) {
        int now = updates + 1;
        boolean due = (now - decomposedAt) * 10.0 * weights.coordinates() * (weights.c1() + weights.cMu()) >= 1;
        return new Gaussian(next, due ? Axes.of(next.covariance) : axes, now, due ? now : decomposedAt);
    }

    /** The numbers of a distribution in the making. */
    private static final class Shape {

        final double[] mean;
        double sigma;
        final double[][] covariance;
        final double[] sigmaPath;
        final double[] covariancePath;
        final double[] factors;

        Shape(int size) {
            this.mean = new double[size];
            this.covariance = new double[size][size];
            this.sigmaPath = new double[size];
            this.covariancePath = new double[size];
            this.factors = new double[size];
        }

        Shape(Gaussian other) {
            this.mean = other.mean.clone();
            this.sigma = other.sigma;
            this.covariance = other.covariance;
            this.sigmaPath = other.sigmaPath;
            this.covariancePath = other.covariancePath;
            this.factors = other.factors.clone();
        }
    }
}
