// SPDX-License-Identifier: Apache-2.0
/** How good samplers are: runs them on problems, and compares what they found after the same number of trials. */
@NullMarked
package dev.hpo.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
