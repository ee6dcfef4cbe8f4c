// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.warm;

import dev.hpo.encoding.Dimension;
import dev.hpo.encoding.Encoding;

/**
 * Predicts scores from those of the nearest points: a regression that needs no fit and follows any shape.
 *
 * <p>Distances are Euclidean in the unit cube, with each dimension weighed by its <em>relevance</em>: the share of the scores'
 * variance that its value alone explains, as the adjusted coefficient of determination of a few cells' means says it. Choices
 * without an order differ or do not; a parameter that exists at one of two points only counts as one that differs.
 *
 * <p>A prediction takes time in proportion to the number of points and of dimensions.
 */
final class Neighbours {

    private static final int CELLS = 4;
    private static final double LEAST_RELEVANCE = 0.02;
    private static final double NEAR = 1e-6;

    private final boolean[] categorical;
    private final double[][] points;
    private final double[] scores;
    private final double[] relevance;
    private final int count;

    /**
     * Creates a regression.
     *
     * @param points proper points, at least one
     * @param scores their scores
     */
    Neighbours(Encoding encoding, double[][] points, double[] scores) {
        this.categorical = categorical(encoding);
        this.points = points;
        this.scores = scores;
        this.count = (int) Math.min(points.length, Math.max(3, Math.min(12, Math.round(Math.sqrt(points.length)))));
        this.relevance = new double[encoding.size()];
        for (Dimension dimension : encoding.dimensions()) {
            relevance[dimension.index()] = Math.max(LEAST_RELEVANCE, relevance(dimension));
        }
    }

    /** Returns which dimensions have values without an order. */
    static boolean[] categorical(Encoding encoding) {
        boolean[] categorical = new boolean[encoding.size()];
        encoding.dimensions().forEach(dimension -> categorical[dimension.index()] = dimension.isCategorical());
        return categorical;
    }

    /** Returns the predicted score at a point. */
    double predict(double[] point) {
        return predict(point, -1);
    }

    /** Returns the score that is predicted at one of the points from the others; 0 if there are none. */
    double predictWithout(int at) {
        return predict(points[at], at);
    }

    private double predict(double[] point, int without) {
        double[] nearest = new double[count];
        int[] which = new int[count];
        int found = 0;
        for (int at = 0; at < points.length; at++) {
            if (at != without) {
                double farthest = found < count ? Double.POSITIVE_INFINITY : nearest[found - 1];
                double distance = distance(point, points[at], farthest);
                if (distance < farthest) {
                    found = insert(distance, at, nearest, which, found);
                }
            }
        }
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < found; i++) {
            double weight = 1 / (nearest[i] + NEAR);
            sum += weight * scores[which[i]];
            weights += weight;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    /** Inserts a point into the sorted nearest ones, and returns how many there are then. */
    private static int insert(double distance, int at, double[] nearest, int[] which, int found) {
        int place = Math.min(found, nearest.length - 1);
        while (place > 0 && nearest[place - 1] > distance) {
            nearest[place] = nearest[place - 1];
            which[place] = which[place - 1];
            place--;
        }
        nearest[place] = distance;
        which[place] = at;
        return Math.min(found + 1, nearest.length);
    }

    /** Returns the square of the distance, or any larger number than a limit if it is larger than that. */
    private double distance(double[] left, double[] right, double limit) {
        double sum = 0;
        for (int at = 0; at < left.length && sum <= limit; at++) {
            double difference = difference(categorical[at], left[at], right[at]);
            sum += relevance[at] * difference * difference;
        }
        return sum;
    }

    /** Returns how far two coordinates are apart, from 0 to 1. */
    static double difference(boolean isCategorical, double left, double right) {
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return Double.isNaN(left) == Double.isNaN(right) ? 0 : 1;
        }
        return isCategorical ? (left == right ? 0 : 1) : Math.abs(left - right);
    }

    private double relevance(Dimension dimension) {
        int cells = dimension.isCategorical() ? (int) Math.min(dimension.cardinality(), points.length) : CELLS;
        double[] sums = new double[cells + 1];
        int[] sizes = new int[cells + 1];
        double total = 0;
        double squares = 0;
        for (int at = 0; at < points.length; at++) {
            double position = points[at][dimension.index()];
            int cell = Double.isNaN(position) ? cells : Math.min(cells - 1, (int) (position * cells));
            sums[cell] += scores[at];
            sizes[cell]++;
            total += scores[at];
            squares += scores[at] * scores[at];
        }
        double explained = -total * total / points.length;
        int used = 0;
        for (int cell = 0; cell <= cells; cell++) {
            explained += sizes[cell] == 0 ? 0 : sums[cell] * sums[cell] / sizes[cell];
            used += sizes[cell] == 0 ? 0 : 1;
        }
        double variance = squares - total * total / points.length;
        return adjusted(variance > 0 ? explained / variance : 0, points.length, used);
    }

    /** More cells explain more by chance alone, which is taken off. */
    private static double adjusted(double explained, int points, int cells) {
        return points > cells ? 1 - (1 - explained) * (points - 1) / (points - cells) : 0;
    }
}
