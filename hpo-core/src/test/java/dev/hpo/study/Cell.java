// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** One of 60 cells. */
@SearchSpace
record Cell(
        @Uniform(min = 1, max = 10) int row,
        @Uniform(min = 1, max = 6) int column) {}
