// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;

/** What {@link Knobs} became later, so that what was accepted is none of it any more. */
@SearchSpace
record Levers(
        @LogUniform(min = 1e-4, max = 1e-3) double rate,
        @Choice({"plain", "fancy one"}) String kind) {}
