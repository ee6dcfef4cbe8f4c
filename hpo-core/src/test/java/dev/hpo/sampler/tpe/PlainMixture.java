// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import dev.hpo.encoding.Dimension;
import dev.hpo.encoding.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The density of {@link Mixture} written down as it is defined, one component and one dimension after the other: slow, and
 * exact.
 */
final class PlainMixture {

    private final Encoding encoding;
    private final Sample sample;
    private final boolean isGood;
    private final Sample good;

    private PlainMixture(Encoding encoding, Sample sample, Sample good, boolean isGood) {
        this.encoding = encoding;
        this.sample = sample;
        this.good = good;
        this.isGood = isGood;
    }

    static PlainMixture ofGood(Encoding encoding, Sample sample) {
        return new PlainMixture(encoding, sample, sample, true);
    }

    static PlainMixture ofBad(Encoding encoding, Sample sample, Sample good) {
        return new PlainMixture(encoding, sample, good, false);
    }

    double density(double[] point) {
        List<Double> weights = new ArrayList<>();
        for (double weight : sample.weights()) {
            weights.add(weight);
        }
        double total = Arrays.stream(sample.weights()).sum();
        weights.add(weights.isEmpty() ? 1 : total / weights.size());
        double density = 0;
        double sum = 0;
        for (int component = 0; component < weights.size(); component++) {
            density += weights.get(component) * product(point, component);
            sum += weights.get(component);
        }
        return density / sum;
    }

    private double product(double[] point, int component) {
        double product = 1;
        for (Dimension dimension : encoding.dimensions()) {
            double position = point[dimension.index()];
            if (!Double.isNaN(position)) {
                double centre = component == sample.size()
                        ? Double.NaN
                        : sample.points().get(component)[dimension.index()];
                product *= Double.isNaN(centre) ? prior(dimension, position) : kernel(dimension, component, position);
            }
        }
        return product;
    }

    private double prior(Dimension dimension, double position) {
        return isGood
                ? dimension
                        .parameter()
                        .prior()
                        .map(prior -> Math.exp(
                                dimension.isContinuous()
                                        ? prior.logDensityAt(position)
                                        : prior.logDensity(
                                                dimension.parameter().domain().fromUnit(position))))
                        .orElse(1.0)
                : 1;
    }

    private double kernel(Dimension dimension, int component, double position) {
        double centre = sample.points().get(component)[dimension.index()];
        if (dimension.isCategorical()) {
            double smoothing = 1.0 / (sample.size() + 1);
            double same = position == centre ? 1 : 0;
            return (same + smoothing) / (1 + smoothing * dimension.cardinality()) * dimension.cardinality();
        }
        NormalDistribution normal = new NormalDistribution(centre, width(dimension, component));
        double inside = normal.probability(0, 1);
        if (!dimension.isListed()) {
            return normal.density(position) / inside;
        }
        int level = dimension.level(position);
        double low = level == 0 ? 0 : (dimension.position(level - 1) + dimension.position(level)) / 2;
        double high = level == dimension.cardinality() - 1
                ? 1
                : (dimension.position(level) + dimension.position(level + 1)) / 2;
        return normal.probability(low, high) / inside / (high - low);
    }

    private double width(Dimension dimension, int component) {
        Bandwidths bandwidths = Bandwidths.of(dimension);
        double[] goodOnes = column(good, dimension);
        return isGood
                ? bandwidths.ofGood(goodOnes)[component]
                : bandwidths.ofGaps(column(sample, dimension), bandwidths.ofSpread(goodOnes) / 2)[component];
    }

    private static double[] column(Sample sample, Dimension dimension) {
        return sample.points().stream()
                .mapToDouble(point -> point[dimension.index()])
                .toArray();
    }
}
