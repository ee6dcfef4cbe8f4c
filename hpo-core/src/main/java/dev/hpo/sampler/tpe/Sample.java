// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import java.util.List;

/** Points with weights above 0, from which a density is estimated; nothing of it is to be changed. */
final class Sample {

    private final List<double[]> points;
    private final double[] weights;

    Sample(List<double[]> points, double[] weights) {
        this.points = points;
        this.weights = weights;
    }

    List<double[]> points() {
        return points;
    }

    double[] weights() {
        return weights;
    }

    int size() {
        return weights.length;
    }
}
