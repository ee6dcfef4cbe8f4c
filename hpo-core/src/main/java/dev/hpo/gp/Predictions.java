// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Means and standard deviations, without noise, at some points. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Predictions {

    private final double[] means;
    private final double[] deviations;

    /** Creates predictions of 0 with certainty, to add to. */
    public Predictions(int size) {
        means = new double[size];
        deviations = new double[size];
    }

    void set(int place, double mean, double deviation) {
        means[place] = mean;
        deviations[place] = deviation;
    }

    /** Returns at how many points. */
    public int size() {
        return means.length;
    }

    /** Returns the mean at a point. */
    public double mean(int place) {
        return means[place];
    }

    /** Returns the standard deviation at a point. */
    public double deviation(int place) {
        return deviations[place];
    }

    /** Raises the mean at a point. */
    public void raise(int place, double by) {
        means[place] += by;
    }

    /** Adds what is predicted of something else that is independent of this, on a scale of its own. */
    public void add(Predictions other, double scale) {
        for (int place = 0; place < means.length; place++) {
            means[place] += scale * other.means[place];
            deviations[place] = Math.hypot(deviations[place], scale * other.deviations[place]);
        }
    }

    /** Adds the same everywhere. */
    public void add(double mean, double deviation) {
        for (int place = 0; place < means.length; place++) {
            means[place] += mean;
            deviations[place] = Math.hypot(deviations[place], deviation);
        }
    }

    /** Returns the lowest mean; 0 if there is no point. */
    public double lowestMean() {
        return Arrays.stream(means).min().orElse(0);
    }
}
