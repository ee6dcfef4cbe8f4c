// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** One number, best at 0. */
@SearchSpace
record Dial(@Uniform(min = -1, max = 1) double x) {

    @Initial
    static Dial start() {
        return new Dial(0.75);
    }
}
