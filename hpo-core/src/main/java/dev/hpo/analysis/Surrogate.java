// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.forest.Forest;
import dev.hpo.forest.Node;
import dev.hpo.forest.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a study's values are like over its whole space: trees that each fit all trials, and differ in what they say between them, so that
 * each is a draw of what may be.
 */
final class Surrogate {

    private static final int FORESTS = 2;

    private final Lattice lattice;
    private final Sample sample;
    private final List<Shape> trees = new ArrayList<>();
    private final List<MarginalCurves> curves = new ArrayList<>();

    /**
     * Grows a surrogate.
     *
     * @param lattice the space
     * @param trials the points that were tried and the ranks of their values, not all equal
     * @param random the randomness
     */
    Surrogate(Lattice lattice, Sample trials, RandomGenerator random) {
        this.lattice = lattice;
        this.sample = UniformRanks.of(trials, lattice, random);
        for (int forest = 0; forest < FORESTS; forest++) {
            for (Node tree : Forest.grow(sample, lattice.encoding(), random).trees()) {
                Shape shape = Shape.of(lattice, tree);
                MarginalCurves marginal = MarginalCurves.of(lattice, shape);
                if (marginal.variance() > 0) {
                    trees.add(shape);
                    curves.add(marginal);
                }
            }
        }
    }

    Lattice lattice() {
        return lattice;
    }

    /** Returns the points that were tried, with what share of the space is better than each. */
    Sample sample() {
        return sample;
    }

    /** Returns the trees that tell differences; none if there is nothing to tell. */
    List<Shape> trees() {
        return trees;
    }

    /** Returns the marginal effects of each tree. */
    List<MarginalCurves> curves() {
        return curves;
    }
}
