// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

/** A part of a lattice: a set of cells of each coordinate. Immutable, if nobody changes the arrays. */
final class Box {

    private final Lattice lattice;
    private final long[] cells;
    private final double[] weights;

    private Box(Lattice lattice, long[] cells, double[] weights) {
        this.lattice = lattice;
        this.cells = cells;
        this.weights = weights;
    }

    /** Returns the whole of a lattice. */
    static Box whole(Lattice lattice) {
        long[] cells = new long[lattice.size()];
        double[] weights = new double[cells.length];
        for (int at = 0; at < cells.length; at++) {
            cells[at] = lattice.cells(at).all();
            weights[at] = 1;
        }
        return new Box(lattice, cells, weights);
    }

    /** Returns the part with certain cells of a coordinate only. */
    Box within(int coordinate, long some) {
        long left = cells[coordinate] & some;
        if (left == cells[coordinate]) {
            return this;
        }
        long[] allCells = cells.clone();
        double[] allWeights = weights.clone();
        allCells[coordinate] = left;
        allWeights[coordinate] = lattice.cells(coordinate).weightOf(left);
        return new Box(lattice, allCells, allWeights);
    }

    /** Returns the part in which a coordinate exists. */
    Box where(int coordinate) {
        Box part = this;
        for (Gate gate : lattice.gates(coordinate)) {
            part = part.within(gate.parent(), gate.cells());
        }
        return part;
    }

    long cells(int coordinate) {
        return cells[coordinate];
    }

    /** Returns whether all cells of a coordinate are in it. */
    boolean isWhole(int coordinate) {
        return cells[coordinate] == lattice.cells(coordinate).all();
    }

    /** Returns how probable it is. */
    double probability() {
        double product = 1;
        for (double weight : weights) {
            product *= weight;
        }
        return product;
    }

    /** Returns how probable the cells of one coordinate are. */
    double weight(int coordinate) {
        return weights[coordinate];
    }
}
