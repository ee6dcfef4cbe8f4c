// SPDX-License-Identifier: Apache-2.0
package dev.hpo.forest;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Grows one tree.
 *
 * <p>At each node cuts at random places are made in most of the coordinates, and the one that leaves the least variance is taken
 * (extremely randomised trees), until a single loss or equal ones are left. Many such trees together are nearly smooth and
 * differ between the points they have seen, which tells how uncertain they are; Hutter et al. 2014, section 4.1.
 */
final class Grower {

    private static final double COORDINATES_TRIED = 0.8;

    private final double[][] points;
    private final double[] losses;
    private final int[] choices;
    private final RandomGenerator random;

    /** The rows of the tree; a node is a range of them. */
    private final int[] rows;

    /**
     * Creates a grower.
     *
     * @param sample what to learn from
     * @param choices how many choices each coordinate has, 0 of an ordered one
     * @param rows which rows of the sample; will be reordered
     * @param random the randomness of this tree
     */
    Grower(Sample sample, int[] choices, int[] rows, RandomGenerator random) {
        this.points = sample.points();
        this.losses = sample.losses();
        this.choices = choices;
        this.rows = rows;
        this.random = random;
    }

    /** Returns the tree. */
    Node grow() {
        return grow(0, rows.length);
    }

    private Node grow(int from, int to) {
        Node.Leaf leaf = leaf(from, to);
        Cut cut = leaf.variance() > 0 ? best(from, to) : null;
        if (cut == null) {
            return leaf;
        }
        int middle = divide(from, to, cut);
        return middle == from || middle == to ? leaf : new Node.Fork(cut, grow(from, middle), grow(middle, to));
    }

    private Node.Leaf leaf(int from, int to) {
        double mean = 0;
        boolean same = true;
        for (int i = from; i < to; i++) {
            mean += losses[rows[i]] / (to - from);
            same &= losses[rows[i]] == losses[rows[from]];
        }
        double variance = 0;
        for (int i = from; !same && i < to; i++) {
            double deviation = losses[rows[i]] - mean;
            variance += deviation * deviation / (to - from);
        }
        return new Node.Leaf(mean, variance);
    }

    /** Returns the best of random cuts, or nothing if the points are all the same. */
    private @Nullable Cut best(int from, int to) {
        int[] coordinates = new int[choices.length];
        for (int at = 0; at < coordinates.length; at++) {
            coordinates[at] = at;
        }
        int left = (int) Math.max(1, Math.round(COORDINATES_TRIED * coordinates.length));
        Sides sides = new Sides();
        Cut best = null;
        double least = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < coordinates.length && left > 0; k++) {
            int pick = k + random.nextInt(coordinates.length - k);
            int at = coordinates[pick];
            coordinates[pick] = coordinates[k];
            Cut cut = choices[at] > 0 ? amongChoices(at, from, to) : inOrder(at, from, to);
            if (cut != null) {
                left--;
                sides.count(cut, from, to);
                if (sides.explained() > least) {
                    least = sides.explained();
                    best = cut.withMissing(sides.isMissingLeft());
                }
            }
        }
        return best;
    }

    private @Nullable Cut inOrder(int at, int from, int to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            double position = points[rows[i]][at];
            if (position < low) {
                low = position;
            }
            if (position > high) {
                high = position;
            }
        }
        double border = low + (high - low) * random.nextDouble();
        return high > low ? Cut.ordered(at, border < high ? border : low) : null;
    }

    private @Nullable Cut amongChoices(int at, int from, int to) {
        long present = 0;
        for (int i = from; i < to; i++) {
            double position = points[rows[i]][at];
            present |= Double.isNaN(position) ? 0 : Cut.bit(position, choices[at]);
        }
        if (Long.bitCount(present) < 2) {
            return null;
        }
        long lefts = random.nextLong();
        while ((lefts & present) == 0 || (lefts & present) == present) {
            lefts = random.nextLong();
        }
        return Cut.between(at, choices[at], lefts);
    }

    private int divide(int from, int to, Cut cut) {
        int low = from;
        int high = to;
        while (low < high) {
            if (cut.isLeft(points[rows[low]])) {
                low++;
            } else {
                high--;
                int row = rows[low];
                rows[low] = rows[high];
                rows[high] = row;
            }
        }
        return low;
    }

    /** The sums on both sides of a cut, and of points that lack its coordinate, which go where they fit better. */
    private final class Sides {

        private final double[] sums = new double[3];
        private final int[] counts = new int[3];

        void count(Cut cut, int from, int to) {
            for (int side = 0; side < sums.length; side++) {
                sums[side] = 0;
                counts[side] = 0;
            }
            for (int i = from; i < to; i++) {
                double[] point = points[rows[i]];
                int side = Double.isNaN(point[cut.at()]) ? 2 : cut.isLeft(point) ? 0 : 1;
                sums[side] += losses[rows[i]];
                counts[side]++;
            }
        }

        /** Returns what the cut takes off the sum of squares, up to what is the same for all cuts. */
        double explained() {
            return Math.max(explained(0), explained(1));
        }

        boolean isMissingLeft() {
            return counts[2] == 0 ? counts[0] >= counts[1] : explained(0) >= explained(1);
        }

        private double explained(int missing) {
            double joined = sums[missing] + sums[2];
            double other = sums[1 - missing];
            return joined * joined / (counts[missing] + counts[2]) + other * other / counts[1 - missing];
        }
    }
}
