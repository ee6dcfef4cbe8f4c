// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.testkit.Formulas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Points with values, one or a curve of them, to look up the nearest of. */
final class Rows {

    private final List<double[]> positions = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    void add(double[] position, double[] value) {
        positions.add(position);
        values.add(value);
    }

    /** Returns the rows nearest to a position, or all if there are not as many. */
    Neighbours nearest(double[] position, int count) {
        Neighbours nearest = new Neighbours(Math.min(count, positions.size()));
        for (int row = 0; row < positions.size(); row++) {
            nearest.offer(squaredDistance(position, positions.get(row)), values.get(row));
        }
        return nearest;
    }

    private static double squaredDistance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Formulas.square(x[i] - y[i]);
        }
        return sum;
    }

    /** The nearest rows seen so far, by rising distance. */
    static final class Neighbours {

        private final double[] distances;
        private final double[][] values;

        Neighbours(int count) {
            this.distances = new double[count];
            this.values = new double[count][];
            Arrays.fill(distances, Double.POSITIVE_INFINITY);
        }

        void offer(double distance, double[] value) {
            int place = distances.length - 1;
            if (distance >= distances[place]) {
                return;
            }
            while (place > 0 && distances[place - 1] > distance) {
                distances[place] = distances[place - 1];
                values[place] = values[place - 1];
                place--;
            }
            distances[place] = distance;
            values[place] = value;
        }

        /**
         * Returns the mean of the values, weighted by the inverse of the squared distance.
         *
         * @param softening what is added to the squared distances; above 0
         */
        double[] average(double softening) {
            double[] sums = new double[values[0].length];
            double weights = 0;
            for (int i = 0; i < values.length; i++) {
                double weight = 1 / (distances[i] + softening);
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += weight * values[i][k];
                }
                weights += weight;
            }
            for (int k = 0; k < sums.length; k++) {
                sums[k] /= weights;
            }
            return sums;
        }
    }
}
