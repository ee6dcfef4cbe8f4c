// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.encoding.Dimension;
import dev.hpo.space.Domain;
import java.util.Arrays;

/**
 * One coordinate in cells, {@value #MOST} at most: each value of a small domain is one, others are divided evenly on their scale. A set of
 * cells is a number with a bit for each. Immutable.
 */
final class Cells {

    /** How many cells there are at most: as many as a number has bits. */
    static final int MOST = Long.SIZE;

    private static final double RESOLUTION = 1e-9;

    private final double[] positions;
    private final double[] weights;
    private final long all;

    Cells(Dimension dimension) {
        boolean isSmall = dimension.cardinality() <= MOST;
        int count = isSmall ? (int) dimension.cardinality() : MOST;
        positions = new double[count];
        weights = new double[count];
        for (int cell = 0; cell < count; cell++) {
            positions[cell] = isSmall ? dimension.position(cell) : dimension.snap((cell + 0.5) / count);
        }
        double border = 0;
        for (int cell = 0; cell < count; cell++) {
            double next = (cell + 1.0) / count;
            if (isSmall && cell < count - 1) {
                next = border(dimension.parameter().domain(), positions[cell], positions[cell + 1]);
            }
            weights[cell] = next - border;
            border = next;
        }
        all = count == Long.SIZE ? -1L : (1L << count) - 1;
    }

    /** Returns where the value at one position gives way to that at the next: cells need not be equally wide. */
    private static double border(Domain domain, double below, double above) {
        Object value = domain.fromUnit(below);
        double low = below;
        double high = above;
        while (high - low > RESOLUTION) {
            double middle = (low + high) / 2;
            if (domain.fromUnit(middle).equals(value)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    int count() {
        return positions.length;
    }

    /** Returns the position that stands for a cell. */
    double position(int cell) {
        return positions[cell];
    }

    /** Returns the cell of a position: the one whose own position is nearest. */
    int of(double position) {
        int place = Arrays.binarySearch(positions, position);
        if (place >= 0) {
            return place;
        }
        int above = Math.min(positions.length - 1, -place - 1);
        int below = Math.max(0, above - 1);
        return position - positions[below] < positions[above] - position ? below : above;
    }

    /** Returns how probable a cell is where the coordinate exists; they sum to 1. */
    double weight(int cell) {
        return weights[cell];
    }

    /** Returns the set of all cells. */
    long all() {
        return all;
    }

    /** Returns how probable a set of cells is. */
    double weightOf(long cells) {
        if (cells == all) {
            return 1;
        }
        double sum = 0;
        for (long rest = cells; rest != 0; rest &= rest - 1) {
            sum += weights[Long.numberOfTrailingZeros(rest)];
        }
        return sum;
    }

    /**
     * Returns the cell at a place of the unit interval, of which each cell has its probability.
     *
     * @param place from 0 to below 1
     */
    int at(double place) {
        double left = place;
        int cell = 0;
        while (cell < positions.length - 1 && left >= weights[cell]) {
            left -= weights[cell];
            cell++;
        }
        return cell;
    }

    /** Returns the variance of a function of the cells. */
    double variance(double[] values) {
        double mean = 0;
        for (int cell = 0; cell < weights.length; cell++) {
            mean += weights[cell] * values[cell];
        }
        double variance = 0;
        for (int cell = 0; cell < weights.length; cell++) {
            variance += weights[cell] * (values[cell] - mean) * (values[cell] - mean);
        }
        return variance;
    }
}
