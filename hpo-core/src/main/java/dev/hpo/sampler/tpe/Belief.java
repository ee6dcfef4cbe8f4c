// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import dev.hpo.encoding.Dimension;
import dev.hpo.space.Prior;
import org.jspecify.annotations.Nullable;

/** The prior distribution of a dimension: what the user believes of its parameter, or the uniform one. */
final class Belief {

    static final Belief NONE = new Belief(null, null);

    private final @Nullable Dimension dimension;
    private final @Nullable Prior prior;

    private Belief(@Nullable Dimension dimension, @Nullable Prior prior) {
        this.dimension = dimension;
        this.prior = prior;
    }

    static Belief of(Dimension dimension) {
        return dimension
                .parameter()
                .prior()
                .map(prior -> new Belief(dimension, prior))
                .orElse(NONE);
    }

    boolean isNone() {
        return prior == null;
    }

    /** Returns the logarithm of the density relative to the uniform one. */
    double logDensity(double position) {
        return dimension == null ? 0 : dimension.logBelief(position);
    }

    /** Returns the position below which a share of the probability lies. */
    double position(double share) {
        return prior == null ? share : prior.position(share);
    }
}
