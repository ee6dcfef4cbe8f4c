// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

/**
 * The marginal effect of two coordinates of one tree, exactly: for each pair of their cells the mean of the predictions where both exist, over
 * all values of the others.
 */
final class PairSurface implements Partition.Visitor {

    private final Lattice lattice;
    private final int one;
    private final int other;
    private final Box both;
    private final double presence;
    private final double[][] sums;
    private final double[] rows;
    private final double[] columns;
    private double common;

    private PairSurface(Lattice lattice, int one, int other) {
        this.lattice = lattice;
        this.one = one;
        this.other = other;
        this.both = Box.whole(lattice).where(one).where(other);
        this.presence = both.probability();
        this.rows = new double[lattice.cells(one).count()];
        this.columns = new double[lattice.cells(other).count()];
        this.sums = new double[rows.length][columns.length];
    }

    /** Returns the surface of a tree. */
    static PairSurface of(Lattice lattice, Shape tree, int one, int other) {
        PairSurface surface = new PairSurface(lattice, one, other);
        if (surface.presence > 0) {
            Partition.visit(lattice, tree, surface);
            surface.finish();
        }
        return surface;
    }

    @Override
    public void visit(Box box, double probability, double value) {
        Box part = box.where(one).where(other);
        double share = part == box ? probability : part.probability();
        if (share <= 0) {
            return;
        }
        long ones = part.cells(one);
        long others = part.cells(other);
        double height = share / presence * value;
        boolean isRow = others == both.cells(other);
        boolean isColumn = ones == both.cells(one);
        if (isRow && isColumn) {
            common += height;
        } else if (isRow) {
            add(rows, ones, height / part.weight(one) * both.weight(one));
        } else if (isColumn) {
            add(columns, others, height / part.weight(other) * both.weight(other));
        } else {
            double each = height / (part.weight(one) * part.weight(other)) * both.weight(one) * both.weight(other);
            for (long rest = ones; rest != 0; rest &= rest - 1) {
                add(sums[Long.numberOfTrailingZeros(rest)], others, each);
            }
        }
    }

    private static void add(double[] sums, long cells, double height) {
        for (long rest = cells; rest != 0; rest &= rest - 1) {
            sums[Long.numberOfTrailingZeros(rest)] += height;
        }
    }

    private void finish() {
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                sums[row][column] =
                        isPresent(row, column) ? sums[row][column] + rows[row] + columns[column] + common : Double.NaN;
            }
        }
    }

    private boolean isPresent(int row, int column) {
        return (both.cells(one) >>> row & 1) != 0 && (both.cells(other) >>> column & 1) != 0;
    }

    /** Returns how probable it is that both exist. */
    double presence() {
        return presence;
    }

    /** Returns the mean prediction at a cell of the one and a cell of the other; NaN where they do not both exist. */
    double height(int cell, int otherCell) {
        return sums[cell][otherCell];
    }

    /** Returns the variance that both explain together beyond what each does alone where both exist, times how probable that is. */
    double explained() {
        double[] means = new double[rows.length];
        double[] otherMeans = new double[columns.length];
        double mean = 0;
        double squares = 0;
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                if (isPresent(row, column)) {
                    double height = sums[row][column];
                    double weight = lattice.cells(one).weight(row) / both.weight(one);
                    double otherWeight = lattice.cells(other).weight(column) / both.weight(other);
                    means[row] += otherWeight * height;
                    otherMeans[column] += weight * height;
                    mean += weight * otherWeight * height;
                    squares += weight * otherWeight * height * height;
                }
            }
        }
        double additive = variance(one, means, mean) + variance(other, otherMeans, mean);
        return presence * Math.max(0, squares - mean * mean - additive);
    }

    private double variance(int coordinate, double[] means, double mean) {
        double sum = 0;
        for (long rest = both.cells(coordinate); rest != 0; rest &= rest - 1) {
            int cell = Long.numberOfTrailingZeros(rest);
            sum += lattice.cells(coordinate).weight(cell) * (means[cell] - mean) * (means[cell] - mean);
        }
        return sum / both.weight(coordinate);
    }
}
