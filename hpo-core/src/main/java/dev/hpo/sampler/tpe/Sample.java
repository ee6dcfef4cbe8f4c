// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import java.util.List;

/**
 * Points with weights, from which a density is estimated.
 *
 * @param points the points, which must not be changed
 * @param weights as many numbers above 0
 */
record Sample(List<double[]> points, double[] weights) {

    int size() {
        return weights.length;
    }
}
