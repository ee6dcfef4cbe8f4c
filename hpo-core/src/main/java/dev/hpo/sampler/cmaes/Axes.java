// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import dev.hpo.numeric.SymmetricEigen;
import java.util.random.RandomGenerator;

/** The principal axes of a covariance matrix, along which vectors are stretched and shrunk. Immutable. */
final class Axes {

    private static final double CONDITION = 1e14;

    private final double[][] directions;
    private final double[] lengths;
    private final boolean sound;

    private Axes(double[][] directions, double[] lengths, boolean sound) {
        this.directions = directions;
        this.lengths = lengths;
        this.sound = sound;
    }

    /**
     * Decomposes a covariance matrix. Rounding can make the smallest eigenvalue negative, the root of which must never be
     * taken: eigenvalues are kept within a factor of 1e14 of the largest.
     *
     * @param covariance finite
     */
    static Axes of(double[][] covariance) {
        SymmetricEigen eigen = SymmetricEigen.of(covariance);
        double[] values = new double[covariance.length];
        double largest = Double.MIN_NORMAL;
        double smallest = Double.POSITIVE_INFINITY;
        for (int axis = 0; axis < values.length; axis++) {
            values[axis] = eigen.value(axis);
            largest = Math.max(largest, values[axis]);
            smallest = Math.min(smallest, values[axis]);
        }
        for (int axis = 0; axis < values.length; axis++) {
            values[axis] = Math.sqrt(Math.max(values[axis], largest / CONDITION));
        }
        return new Axes(eigen.vectors(), values, smallest > largest / CONDITION);
    }

    /** Returns whether the matrix was positive definite and not too badly conditioned. */
    boolean isSound() {
        return sound;
    }

    /** Returns a vector of the normal distribution that has the matrix as its covariance. */
    double[] draw(RandomGenerator random) {
        double[] vector = new double[lengths.length];
        for (int axis = 0; axis < lengths.length; axis++) {
            double amount = lengths[axis] * random.nextGaussian();
            for (int at = 0; at < vector.length; at++) {
                vector[at] += amount * directions[axis][at];
            }
        }
        return vector;
    }

    /** Returns a vector multiplied by the inverse root of the matrix. */
    double[] whiten(double[] vector) {
        double[] white = new double[vector.length];
        for (int axis = 0; axis < lengths.length; axis++) {
            double amount = along(axis, vector) / lengths[axis];
            for (int at = 0; at < vector.length; at++) {
                white[at] += amount * directions[axis][at];
            }
        }
        return white;
    }

    /** Returns the squared length of a vector in units of standard deviations. */
    double squaredLength(double[] vector) {
        double sum = 0;
        for (int axis = 0; axis < lengths.length; axis++) {
            double amount = along(axis, vector) / lengths[axis];
            sum += amount * amount;
        }
        return sum;
    }

    private double along(int axis, double[] vector) {
        double sum = 0;
        for (int at = 0; at < vector.length; at++) {
            sum += directions[axis][at] * vector[at];
        }
        return sum;
    }
}
