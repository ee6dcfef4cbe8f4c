// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A prediction at one point and how it changes. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Slope {

    private double mean;
    private double deviation;
    private final double[] byMean;
    private final double[] byDeviation;

    /** Creates a prediction of 0 with certainty everywhere, to add to. */
    public Slope(int coordinates) {
        this(0, 0, coordinates);
    }

    /** Creates a prediction whose derivatives are filled in by whoever makes it. */
    Slope(double mean, double deviation, int coordinates) {
        this.mean = mean;
        this.deviation = deviation;
        this.byMean = new double[coordinates];
        this.byDeviation = new double[coordinates];
    }

    double[] byMean() {
        return byMean;
    }

    double[] byDeviation() {
        return byDeviation;
    }

    Slope raised(double by) {
        mean += by;
        return this;
    }

    /** Adds what is predicted of something else that is independent of this, on a scale of its own. */
    public void add(Slope other, double scale) {
        double own = deviation;
        mean += scale * other.mean;
        deviation = Math.hypot(own, scale * other.deviation);
        for (int at = 0; at < byMean.length; at++) {
            byMean[at] += scale * other.byMean[at];
            double byVariance = own * byDeviation[at] + scale * scale * other.deviation * other.byDeviation[at];
            byDeviation[at] = deviation > 0 ? byVariance / deviation : 0;
        }
    }

    /** Adds the same everywhere. */
    public void add(double more, double moreDeviation) {
        double before = deviation;
        mean += more;
        deviation = Math.hypot(deviation, moreDeviation);
        for (int at = 0; at < byDeviation.length; at++) {
            byDeviation[at] *= deviation > 0 ? before / deviation : 0;
        }
    }

    /** Returns the mean. */
    public double mean() {
        return mean;
    }

    /** Returns the standard deviation. */
    public double deviation() {
        return deviation;
    }

    /** Returns the derivative of the mean by a coordinate. */
    public double meanBy(int coordinate) {
        return byMean[coordinate];
    }

    /** Returns the derivative of the standard deviation by a coordinate. */
    public double deviationBy(int coordinate) {
        return byDeviation[coordinate];
    }
}
