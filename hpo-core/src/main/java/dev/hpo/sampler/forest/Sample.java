// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.forest;

import java.util.Arrays;

/** Points and their losses, to learn from. Not to be changed. */
final class Sample {

    private final double[][] points;
    private final double[] losses;

    /**
     * Creates a sample.
     *
     * @param points proper points
     * @param losses as many finite losses
     */
    Sample(double[][] points, double[] losses) {
        this.points = points;
        this.losses = losses;
    }

    double[][] points() {
        return points;
    }

    double[] losses() {
        return losses;
    }

    int size() {
        return losses.length;
    }

    /** Returns this sample and more. */
    Sample with(Sample more) {
        double[][] allPoints = Arrays.copyOf(points, size() + more.size());
        double[] allLosses = Arrays.copyOf(losses, size() + more.size());
        System.arraycopy(more.points, 0, allPoints, size(), more.size());
        System.arraycopy(more.losses, 0, allLosses, size(), more.size());
        return new Sample(allPoints, allLosses);
    }
}
