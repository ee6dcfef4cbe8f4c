// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

/**
 * Where good values of a parameter are believed to lie: a probability distribution over its domain. Immutable.
 *
 * <p>Parameters get one by {@link Parameter#near} or {@link Parameter#favouring}. At least {@link #UNIFORM_SHARE} of the
 * probability is spread evenly over the domain, so that no value is ruled out. Computed with {@link StrictMath}: the same
 * bits on every JVM.
 *
 * <p>A model-based sampler multiplies its acquisition by the density, raised to a power that falls with the number of results
 * n, as πBO does (Hvarfner et al., ICLR 2022, section 3.2: β / n); in logarithms it adds {@code β / n * logDensity(raw)}.
 * {@link #position} makes a space-filling set of points follow the belief.
 */
public sealed interface Prior permits NormalPrior, ChoicePrior {

    /** The share of the probability that is uniform, whatever is believed. */
    double UNIFORM_SHARE = 0.1;

    /**
     * Returns the natural logarithm of how much likelier a value is than if all were equally likely on the parameter's scale: above
     * 0 where good values are believed to lie. In a domain of separate values it is exact for each of them.
     *
     * @param raw a value of the domain
     * @throws ConfigurationException if it is not in the domain
     */
    double logDensity(Object raw);

    /**
     * Returns the same at a position of the unit interval, as {@link Domain#toUnit} gives it, be there a value or not.
     *
     * @param position from 0 to 1; positions outside are taken as the nearer end
     */
    double logDensityAt(double position);

    /**
     * Returns the position of the unit interval below which a share of the probability lies: the inverse of the cumulative
     * distribution. Uniform numbers become positions that follow the belief; {@link Domain#fromUnit} gives their values.
     *
     * @param share from 0 to 1; numbers outside are taken as the nearer end
     */
    double position(double share);

    /** Returns one line that says what is believed, such as {@code near 1e-3, spread 0.1}. */
    String describe();
}
