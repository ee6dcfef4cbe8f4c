// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** One number. */
@SearchSpace
record Slide(@Uniform(min = -1, max = 1) double x) {}
