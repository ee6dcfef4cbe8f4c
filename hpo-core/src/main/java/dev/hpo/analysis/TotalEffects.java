// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.numeric.ScrambledSobol;

/**
 * How much of the variance of trees goes when one coordinate is fixed, on average over the values of the others: at points of a
 * quasi-random sequence the exact variance along the coordinate.
 *
 * <p>Source: Homma and Saltelli, "Importance measures in global sensitivity analysis of nonlinear models", Reliability Engineering and
 * System Safety 52, 1996.
 */
final class TotalEffects {

    private static final int POINTS = 512;

    private final Lattice lattice;

    /** By point and coordinate. */
    private final int[][] cells = new int[POINTS][];

    /**
     * Draws the points.
     *
     * @param lattice the space
     * @param seed the seed of the sequence
     */
    TotalEffects(Lattice lattice, long seed) {
        this.lattice = lattice;
        ScrambledSobol sequence = new ScrambledSobol(lattice.size(), seed);
        for (int index = 0; index < POINTS; index++) {
            cells[index] = new int[lattice.size()];
            for (int at = 0; at < lattice.size(); at++) {
                cells[index][at] = lattice.cells(at).at(sequence.coordinate(index, at));
            }
        }
    }

    /** Returns the variance of a tree that goes when a coordinate is fixed. */
    double of(Shape tree, int coordinate) {
        double sum = 0;
        for (int[] point : cells) {
            if (lattice.isPresent(coordinate, point)) {
                Line line = new Line(coordinate, point);
                line.walk(tree, lattice.cells(coordinate).all());
                sum += line.variance();
            }
        }
        return sum / POINTS;
    }

    /** The points that differ in one coordinate only. */
    private final class Line {

        private final int coordinate;
        private final int[] point;
        private double mean;
        private double squares;

        Line(int coordinate, int[] point) {
            this.coordinate = coordinate;
            this.point = point;
        }

        /** Follows some cells of the coordinate down a tree. */
        void walk(Shape tree, long some) {
            if (some == 0) {
                return;
            }
            if (tree instanceof Shape.Parting parting) {
                divide(parting, some);
                return;
            }
            double weight = lattice.cells(coordinate).weightOf(some);
            double value = ((Shape.End) tree).value();
            mean += weight * value;
            squares += weight * value * value;
        }

        private void divide(Shape.Parting parting, long some) {
            if (parting.at() == coordinate) {
                walk(parting.left(), some & parting.lefts());
                walk(parting.right(), some & ~parting.lefts());
                return;
            }
            long present = present(parting.at(), some);
            boolean isLeft = (parting.lefts() >>> point[parting.at()] & 1) != 0;
            walk(isLeft ? parting.left() : parting.right(), present);
            walk(parting.missing(), some & ~present);
        }

        /** Returns the cells with which another coordinate exists. */
        private long present(int other, long some) {
            long present = some;
            for (Gate gate : lattice.gates(other)) {
                if (gate.parent() == coordinate) {
                    present &= gate.cells();
                } else if (!gate.admits(point)) {
                    return 0;
                }
            }
            return present;
        }

        double variance() {
            return Math.max(0, squares - mean * mean);
        }
    }
}
