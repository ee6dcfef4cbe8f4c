// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a process is fitted to: values at points, and how noisy each is. Immutable, if nobody changes the arrays. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Data {

    private final List<double[]> points;
    private final double[] values;
    private final double[] noises;

    /**
     * Creates data.
     *
     * @param points where values were observed
     * @param values the values, of mean 0, and of variance 1 or so if they are losses
     * @param noises the variance of each in units of the noise
     */
    public Data(List<double[]> points, double[] values, double[] noises) {
        this.points = points;
        this.values = values;
        this.noises = noises;
    }

    List<double[]> points() {
        return points;
    }

    double[] values() {
        return values;
    }

    double[] noises() {
        return noises;
    }

    double[][] rows(Inputs inputs) {
        return points.stream().map(inputs::of).toArray(double[][]::new);
    }
}
