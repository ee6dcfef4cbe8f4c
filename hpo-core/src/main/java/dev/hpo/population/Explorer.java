// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How a member that has copied another one's checkpoint changes its adjustable parameters. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public sealed interface Explorer {

    /**
     * Multiplies each number by one of two factors, by chance, on the parameter's own scale. A factor above 1 moves up: of a parameter that is uniform in log(1 - x) the
     * distance to 1 is divided by it, so that 2 makes .95 of .9; of one that is uniform in the logarithm of its odds they are multiplied. A number whose range includes 0 or less moves by a share of that range instead. What is
     * one of some ordered values goes to a neighbour, and what is one of some without an order is drawn anew in one of four cases.
     *
     * <p>Source: Jaderberg et al., "Population based training of neural networks", 2017.
     *
     * @param down the smaller factor; above 0, below 1
     * @param up the larger factor; above 1
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Perturb(double down, double up) implements Explorer {

        /**
         * Creates an explorer.
         *
         * @throws IllegalArgumentException if a factor is out of its range
         */
        public Perturb {
            requireFactors(down, up);
        }
    }

    /**
     * Multiplies each number by a factor drawn between two, evenly on a logarithmic scale, and moves the rest as {@link Perturb} does. Small steps are among
     * the large ones then, and a population finds a value between them.
     *
     * @param down the smallest factor; above 0, below 1
     * @param up the largest factor; above 1
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Drift(double down, double up) implements Explorer {

        /**
         * Creates an explorer.
         *
         * @throws IllegalArgumentException if a factor is out of its range
         */
        public Drift {
            requireFactors(down, up);
        }
    }

    /** Draws each adjustable parameter anew from its whole domain. */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Resample() implements Explorer {}

    /**
     * Chooses what a model of the changes so far promises most of: a Gaussian process, forgetting with time, of how much better a segment has made a
     * member, and its upper confidence bound. Parameters whose values have no order change as with {@link Drift}, and so do all, between .5 and 2, while fewer than three segments are known.
     *
     * <p>Source: Parker-Holder, Nguyen and Roberts, "Provably efficient online hyperparameter optimization with population-based bandits", 2020.
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Model() implements Explorer {}

    private static void requireFactors(double down, double up) {
        if (!(down > 0 && down < 1)) {
            throw new IllegalArgumentException("down (" + down + ") must be above 0 and below 1; such as 0.5");
        }
        if (!(up > 1 && up < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("up (" + up + ") must be above 1 and finite; such as 2");
        }
    }
}
