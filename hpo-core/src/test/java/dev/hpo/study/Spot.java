// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** A point of a square, without a start. */
@SearchSpace
record Spot(
        @Uniform(min = 0, max = 1) double x,
        @Uniform(min = 0, max = 1) double y) {}
