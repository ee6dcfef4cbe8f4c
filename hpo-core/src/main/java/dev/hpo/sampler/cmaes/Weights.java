// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

/**
 * The constants of the method for a number of coordinates and a population size.
 *
 * <p>Source: Hansen, "The CMA evolution strategy: a tutorial", arXiv 1604.00772, table 1 and equations 49 to 58. Names follow
 * it: c1 and cMu are the learning rates of the covariance by rank one and by rank mu, cC and cSigma those of the paths.
 */
final class Weights {

    private final int coordinates;
    private final int population;
    private final int parents;
    private final double muEff;
    private final double cC;
    private final double c1;
    private final double cMu;
    private final double cSigma;
    private final double damping;

    private final double expectedLength;

    private final double[] weights;

    Weights(int coordinates, int population) {
        double n = coordinates;
        this.coordinates = coordinates;
        this.population = population;
        this.parents = population / 2;
        double[] raw = new double[population];
        for (int i = 0; i < population; i++) {
            raw[i] = Math.log((population + 1) / 2.0) - Math.log(i + 1);
        }
        this.muEff = effective(raw, 0, parents);
        this.cC = (4 + muEff / n) / (n + 4 + 2 * muEff / n);
        this.c1 = 2 / ((n + 1.3) * (n + 1.3) + muEff);
        this.cMu = Math.min(1 - c1, 2 * (0.25 + muEff + 1 / muEff - 2) / ((n + 2) * (n + 2) + muEff));
        this.cSigma = (muEff + 2) / (n + muEff + 5);
        this.damping = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma;
        this.expectedLength = Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
        this.weights = scaled(raw);
    }

    /** Returns the number of coordinates. */
    int coordinates() {
        return coordinates;
    }

    /** Returns how many members a generation has. */
    int population() {
        return population;
    }

    /** Returns how many of them, the best, have a positive weight; the one in the middle of an odd number has none. */
    int parents() {
        return parents;
    }

    /** Returns how many parents of equal weight would have the variance of the mean that these have. */
    double muEff() {
        return muEff;
    }

    double cC() {
        return cC;
    }

    double c1() {
        return c1;
    }

    double cMu() {
        return cMu;
    }

    double cSigma() {
        return cSigma;
    }

    /** Returns by what changes of the step size are damped. */
    double damping() {
        return damping;
    }

    /** Returns the mean length of a standard normal vector. */
    double expectedLength() {
        return expectedLength;
    }

    /** Returns the weight of the member of a rank, from 0: positive for parents, all of which add up to 1; zero or below for the rest. */
    double of(int rank) {
        return weights[rank];
    }

    private double[] scaled(double[] raw) {
        double positive = sum(raw, 0, parents);
        double negative = -sum(raw, parents, raw.length);
        double negativeEff = effective(raw, parents, raw.length);
        double alpha = Math.min(
                Math.min(1 + c1 / cMu, 1 + 2 * negativeEff / (muEff + 2)), (1 - c1 - cMu) / (coordinates * cMu));
        double[] all = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            all[i] = i < parents ? raw[i] / positive : Math.min(0, alpha * raw[i] / negative);
        }
        return all;
    }

    private static double effective(double[] raw, int from, int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += raw[i] * raw[i];
        }
        double sum = sum(raw, from, to);
        return sum * sum / squares;
    }

    private static double sum(double[] raw, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += raw[i];
        }
        return sum;
    }
}
