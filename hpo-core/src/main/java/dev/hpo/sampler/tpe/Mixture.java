// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import dev.hpo.encoding.Dimension;
import dev.hpo.encoding.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A probability density over a space, conditional parameters and all: a mixture of one component for each point of a sample, and
 * the prior distribution as the last component.
 *
 * <p>Each component is a distribution over the whole tree of conditions: from the root down, a parameter that exists under what
 * has been drawn before is drawn from the component's kernel if it exists at the component's point too, else from the prior
 * one. So the densities of configurations of different branches can be compared. Not safe for use by several threads.
 */
final class Mixture {

    private final Encoding encoding;
    private final List<Axis> axes;
    private final double[] logWeights;
    private final double[] cumulated;
    private final double[] sums;

    private Mixture(Encoding encoding, Sample sample, List<Axis> axes) {
        this.encoding = encoding;
        this.axes = axes;
        int components = sample.size() + 1;
        this.logWeights = new double[components];
        this.cumulated = new double[components];
        this.sums = new double[components];
        double total = Arrays.stream(sample.weights()).sum();
        double prior = sample.size() == 0 ? 1 : total / sample.size();
        double sum = 0;
        for (int component = 0; component < components; component++) {
            double weight = component < sample.size() ? sample.weights()[component] : prior;
            sum += weight / (total + prior);
            logWeights[component] = Math.log(weight / (total + prior));
            cumulated[component] = sum;
        }
    }

    /** Returns the density of the good points, whose prior component is what the user believes. */
    static Mixture ofGood(Encoding encoding, Sample sample) {
        List<Axis> axes = new ArrayList<>();
        for (Dimension dimension : encoding.dimensions()) {
            double[] centres = centres(sample, dimension);
            Belief belief = Belief.of(dimension);
            if (dimension.isCategorical()) {
                axes.add(new CategoricalAxis(dimension, belief, centres));
            } else {
                axes.add(new NumericAxis(
                        dimension, belief, centres, Bandwidths.of(dimension).ofGood(centres)));
            }
        }
        return new Mixture(encoding, sample, axes);
    }

    /** Returns the density of the other points, with kernels not much narrower than those of the good ones. */
    static Mixture ofBad(Encoding encoding, Sample sample, Sample good) {
        List<Axis> axes = new ArrayList<>();
        for (Dimension dimension : encoding.dimensions()) {
            double[] centres = centres(sample, dimension);
            if (dimension.isCategorical()) {
                axes.add(new CategoricalAxis(dimension, Belief.NONE, centres));
            } else {
                Bandwidths bandwidths = Bandwidths.of(dimension);
                double floor = bandwidths.ofSpread(centres(good, dimension)) / 2;
                double[] widths = bandwidths.ofGaps(centres, floor);
                axes.add(new NumericAxis(dimension, Belief.NONE, centres, widths));
            }
        }
        return new Mixture(encoding, sample, axes);
    }

    /** Returns the positions of the points, and for the prior component at the end that there is none. */
    private static double[] centres(Sample sample, Dimension dimension) {
        double[] centres = new double[sample.size() + 1];
        for (int component = 0; component < sample.size(); component++) {
            centres[component] = sample.points().get(component)[dimension.index()];
        }
        centres[sample.size()] = Double.NaN;
        return centres;
    }

    /** Returns the logarithm of the density at a proper point, relative to the uniform one of its branch. */
    double logDensity(double[] point) {
        System.arraycopy(logWeights, 0, sums, 0, sums.length);
        for (int at = 0; at < point.length; at++) {
            if (!Double.isNaN(point[at])) {
                axes.get(at).addLogDensity(point[at], sums);
            }
        }
        double largest = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            largest = Math.max(largest, sum);
        }
        double total = 0;
        for (double sum : sums) {
            total += FastExp.exp(sum - largest);
        }
        return largest + Math.log(total);
    }

    /** Returns a number of a component, drawn by the weights. */
    int component(RandomGenerator random) {
        int found = Arrays.binarySearch(cumulated, random.nextDouble());
        return Math.min(cumulated.length - 1, found < 0 ? -found - 1 : found);
    }

    /**
     * Returns a proper point in which each parameter is drawn from one of two components by the toss of a coin, or from that one
     * of them in whose configuration it exists.
     */
    double[] draw(int mother, int father, RandomGenerator random) {
        double[] point = new double[axes.size()];
        for (int at = 0; at < point.length; at++) {
            if (encoding.dimension(at).isActive(point)) {
                Axis axis = axes.get(at);
                int first = mother == father || random.nextBoolean() ? mother : father;
                int other = first == mother ? father : mother;
                point[at] = axis.draw(axis.has(first) ? first : other, random);
            } else {
                point[at] = Double.NaN;
            }
        }
        return point;
    }
}
