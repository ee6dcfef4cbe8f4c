// SPDX-License-Identifier: Apache-2.0
package dev.hpo.forest;

import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Points and their losses, to learn from. Not to be changed. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Sample {

    private final double[][] points;
    private final double[] losses;

    /**
     * Creates a sample.
     *
     * @param points proper points
     * @param losses as many finite losses
     */
    public Sample(double[][] points, double[] losses) {
        this.points = points;
        this.losses = losses;
    }

    /** Returns the points, which must not be changed. */
    public double[][] points() {
        return points;
    }

    /** Returns the loss of each point, which must not be changed. */
    public double[] losses() {
        return losses;
    }

    /** Returns how many points there are. */
    public int size() {
        return losses.length;
    }

    /** Returns this sample and more. */
    public Sample with(Sample more) {
        double[][] allPoints = Arrays.copyOf(points, size() + more.size());
        double[] allLosses = Arrays.copyOf(losses, size() + more.size());
        System.arraycopy(more.points, 0, allPoints, size(), more.size());
        System.arraycopy(more.losses, 0, allLosses, size(), more.size());
        return new Sample(allPoints, allLosses);
    }
}
