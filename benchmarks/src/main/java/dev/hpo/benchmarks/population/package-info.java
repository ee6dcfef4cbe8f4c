// SPDX-License-Identifier: Apache-2.0
/** Populations on a simulated training whose best schedule is known. */
@NullMarked
package dev.hpo.benchmarks.population;

import org.jspecify.annotations.NullMarked;
