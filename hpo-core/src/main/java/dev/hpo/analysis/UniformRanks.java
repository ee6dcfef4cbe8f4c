// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.forest.Forest;
import dev.hpo.forest.Sample;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The ranks that values would have among those of configurations drawn from the whole space.
 *
 * <p>A sampler that learns tries good configurations more often, so that ranks among its trials tell fine differences between these
 * and hardly any between the others. The leaves of a forest tell for what part of the space each trial stands, and so what part is better
 * than it. For trials drawn at random that comes to their ranks.
 *
 * <p>Source: Meinshausen, "Quantile regression forests", Journal of Machine Learning Research 7, 2006, section 3.
 */
final class UniformRanks {

    /** The trees of the second pass fit ranks that are nearly right. */
    private static final int PASSES = 2;

    private static final int DRAWS = 500;

    /** Means of a leaf that are this close to a trial are of equal ranks. */
    private static final double SAME = 1e-9;

    private UniformRanks() {}

    /** Returns a sample with ranks from 0 for the best to 1. */
    static Sample of(Sample sample, Lattice lattice, RandomGenerator random) {
        double[][] points = new double[DRAWS][];
        Arrays.setAll(points, draw -> lattice.proper(lattice.draw(random)));
        Sample ranked = sample;
        for (int pass = 0; pass < PASSES; pass++) {
            Forest forest = Forest.grow(ranked, lattice.encoding(), random);
            double[] predicted = forest.trees().stream()
                    .flatMapToDouble(tree -> Arrays.stream(points)
                            .mapToDouble(point -> tree.leaf(point).mean()))
                    .sorted()
                    .toArray();
            double[] ranks = Arrays.stream(ranked.losses())
                    .map(loss -> shareBelow(predicted, loss))
                    .toArray();
            ranked = new Sample(sample.points(), ranks);
        }
        return ranked;
    }

    /** Returns which share of sorted values is below a value, half of the equal ones counted. */
    private static double shareBelow(double[] sorted, double value) {
        double slack = SAME * (1 + Math.abs(value));
        return (below(sorted, value - slack) + below(sorted, value + slack)) / (2.0 * sorted.length);
    }

    private static int below(double[] sorted, double value) {
        int place = Arrays.binarySearch(sorted, value);
        return place < 0 ? -place - 1 : place;
    }
}
