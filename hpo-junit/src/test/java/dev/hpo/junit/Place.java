// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.annotations.FormerlyNamed;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** What {@link Point} became later. */
@SearchSpace
record Place(
        @FormerlyNamed("x") @Uniform(min = 0, max = 12) double position,
        @Uniform(min = 1, max = 3) int n) {}
