// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** A configuration that most tests tune: small is good. */
@SearchSpace
public record Point(
        @Uniform(min = 0, max = 10) double x,
        @Uniform(min = 1, max = 3) int n) {}
