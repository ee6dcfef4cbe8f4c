// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** A configuration with a value of each raw type, one of which exists only sometimes. */
@SearchSpace
record StoredConfig(
        @LogUniform(min = Double.MIN_NORMAL, max = 1) double rate,

        @Uniform(min = -9_007_199_254_740_992L, max = 9_007_199_254_740_992L)
        long units,

        @Choice({"plain", "with \"quotes\"", "\u00fc\u20ac"})
        String text,

        Kind kind) {

    /** Two kinds, of which one has a parameter of its own. */
    @SearchSpace
    sealed interface Kind {

        /** Has one. */
        @SearchSpace
        record Some(@Uniform(min = -1, max = 1) float share) implements Kind {}

        /** Has none. */
        @SearchSpace
        record None() implements Kind {}
    }
}
