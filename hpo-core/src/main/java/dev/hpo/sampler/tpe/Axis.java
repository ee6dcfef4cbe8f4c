// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import java.util.random.RandomGenerator;

/**
 * One dimension of a mixture: for each component its distribution there, the prior one if the parameter does not exist in the
 * component's configuration. Not safe for use by several threads.
 */
interface Axis {

    /** Returns whether the parameter exists in a component's configuration. */
    boolean has(int component);

    /**
     * Adds to a sum for each component the logarithm of its density at a position, relative to the uniform one; of a domain
     * with gaps it is the probability of the position's cell.
     */
    void addLogDensity(double position, double[] sums);

    /** Returns a position of a value, drawn from a component's distribution. */
    double draw(int component, RandomGenerator random);
}
