// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

/**
 * The marginal effects of one tree, exactly: for each coordinate and each of its cells the mean of the predictions where the coordinate
 * exists and has this cell, over all values of the others.
 *
 * <p>Source: Hutter, Hoos and Leyton-Brown, "An efficient approach for assessing hyperparameter importance", ICML 2014, section 3.2.
 */
final class MarginalCurves implements Partition.Visitor {

    private final Lattice lattice;
    private final double[][] sums;
    private final double[] common;
    private double mean;
    private double squares;

    private MarginalCurves(Lattice lattice) {
        this.lattice = lattice;
        this.common = new double[lattice.size()];
        this.sums = new double[lattice.size()][];
        for (int at = 0; at < sums.length; at++) {
            sums[at] = new double[lattice.cells(at).count()];
        }
    }

    /** Returns the effects of a tree. */
    static MarginalCurves of(Lattice lattice, Shape tree) {
        MarginalCurves curves = new MarginalCurves(lattice);
        Partition.visit(lattice, tree, curves);
        for (int at = 0; at < lattice.size(); at++) {
            curves.finish(at, lattice.presence(at));
        }
        return curves;
    }

    private void finish(int coordinate, double presence) {
        for (int cell = 0; cell < sums[coordinate].length; cell++) {
            double sum = sums[coordinate][cell] + common[coordinate];
            sums[coordinate][cell] = presence > 0 ? sum / presence : 0;
        }
    }

    /** Returns the mean prediction at each cell of a coordinate; 0 if it exists nowhere. */
    double[] curve(int coordinate) {
        return sums[coordinate];
    }

    /** Returns the variance of the predictions over the whole space. */
    double variance() {
        return Math.max(0, squares - mean * mean);
    }

    /**
     * Returns the variance that a coordinate explains alone: of its curve, times how probable it is that it exists.
     *
     * <p>So that of one that exists in a part of the space is its own effect there; what is better or worse about that part is an effect of
     * what decides on it.
     */
    double explained(int coordinate) {
        return lattice.presence(coordinate) * lattice.cells(coordinate).variance(sums[coordinate]);
    }

    @Override
    public void visit(Box box, double probability, double value) {
        mean += probability * value;
        squares += probability * value * value;
        for (int at = 0; at < lattice.size(); at++) {
            Box part = box.where(at);
            double share = part == box ? probability : part.probability();
            if (part.isWhole(at)) {
                common[at] += share * value;
            } else if (share > 0) {
                double each = share / part.weight(at) * value;
                for (long rest = part.cells(at); rest != 0; rest &= rest - 1) {
                    sums[at][Long.numberOfTrailingZeros(rest)] += each;
                }
            }
        }
    }
}
