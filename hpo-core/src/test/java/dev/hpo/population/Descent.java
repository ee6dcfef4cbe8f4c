// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** A training by gradient descent with noise, of which the rate can change while it trains, and the width not. */
@SearchSpace
record Descent(
        @LogUniform(min = 1e-3, max = 4) double rate,
        @Uniform(min = 0, max = 0.5) double noise,
        @Choice({"plain", "heavy"}) String kind,
        @Uniform(min = 1, max = 9) int width) {

    Descent {
        if (rate > 3.5) {
            throw new IllegalArgumentException("rate (" + rate + ") must be at most 3.5");
        }
    }

    @Initial
    static Descent start() {
        return new Descent(0.1, 0.1, "plain", 4);
    }
}
