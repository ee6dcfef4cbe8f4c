// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.FormerlyNamed;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** What {@link Knobs} became later. */
@SearchSpace
record Dials(
        @LogUniform(min = 1e-4, max = 1) double rate,
        @FormerlyNamed("units") @Uniform(min = 16, max = 48) int size,
        @Choice({"plain", "fancy one"}) String kind) {}
