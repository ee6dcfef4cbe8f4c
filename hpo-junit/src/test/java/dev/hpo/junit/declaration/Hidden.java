// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** A configuration that other packages do not see. */
@SearchSpace
record Hidden(@Uniform(min = 0, max = 10) double x) {}
