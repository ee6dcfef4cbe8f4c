// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** What a slide has become since. */
@SearchSpace
record Board(@Uniform(min = 5, max = 9) double length) {}
