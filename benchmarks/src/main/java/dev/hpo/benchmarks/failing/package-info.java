// SPDX-License-Identifier: Apache-2.0
/** How often samplers fail beside a region that fails, and how near they come to an optimum beside it or away from it. */
@NullMarked
package dev.hpo.benchmarks.failing;

import org.jspecify.annotations.NullMarked;
