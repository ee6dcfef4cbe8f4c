// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** Something to accept, of which the constructor refuses a part. */
@SearchSpace
record Knobs(
        @LogUniform(min = 1e-4, max = 1) double rate,
        @Uniform(min = 1, max = 64) int units,
        @Choice({"plain", "fancy one"}) String kind) {

    Knobs {
        if (units == 13) {
            throw new IllegalArgumentException("13 units bring bad luck");
        }
    }
}
