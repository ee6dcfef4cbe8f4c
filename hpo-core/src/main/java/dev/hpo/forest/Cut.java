// SPDX-License-Identifier: Apache-2.0
package dev.hpo.forest;

import dev.hpo.encoding.Dimension;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A division of points in two by one coordinate. Immutable.
 *
 * @param at the coordinate
 * @param choices how many choices it has; 0 if it is ordered
 * @param border of an ordered one, the last position on the left
 * @param lefts of choices, those on the left as bits
 * @param missingLeft whether points without this coordinate are on the left
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Cut(int at, int choices, double border, long lefts, boolean missingLeft) {

    /** Up to how many choices can be divided in any way; of more the order in which they are listed is taken for one. */
    private static final int MOST_CHOICES = Long.SIZE;

    /** Returns a cut of an ordered coordinate. */
    static Cut ordered(int at, double border) {
        return new Cut(at, 0, border, 0, false);
    }

    /** Returns a cut between choices. */
    static Cut between(int at, int choices, long lefts) {
        return new Cut(at, choices, 0, lefts, false);
    }

    /** Returns this cut with points that lack the coordinate on one side. */
    Cut withMissing(boolean left) {
        return new Cut(at, choices, border, lefts, left);
    }

    /** Returns how many choices of a dimension are told apart; 0 if it is taken as ordered. */
    static int choicesOf(Dimension dimension) {
        return dimension.isCategorical() && dimension.cardinality() <= MOST_CHOICES ? (int) dimension.cardinality() : 0;
    }

    /** Returns the bit of the choice at a position. */
    static long bit(double position, int choices) {
        return 1L << Math.min(choices - 1, (int) (position * choices));
    }

    /** Returns whether a point is on the left. */
    boolean isLeft(double[] point) {
        return isLeft(point[at]);
    }

    /** Returns whether a position of the coordinate, {@link Double#NaN} where it is missing, is on the left. */
    public boolean isLeft(double position) {
        if (Double.isNaN(position)) {
            return missingLeft;
        }
        return choices > 0 ? (lefts & bit(position, choices)) != 0 : position <= border;
    }
}
