// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;

/** Of two rules one has a rate that may change while it trains, and the other has nothing. */
@SearchSpace
sealed interface Rule {

    /** Goes at a rate. */
    record Sgd(@LogUniform(min = 1e-3, max = 1) double rate) implements Rule {}

    /** Finds its rates itself. */
    record Adam(@LogUniform(min = 1e-9, max = 1e-6) double epsilon) implements Rule {}
}
