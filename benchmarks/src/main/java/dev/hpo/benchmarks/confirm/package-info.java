// SPDX-License-Identifier: Apache-2.0
/** How much is gained by running the leading configurations again, and whether what is told of the winner is true. */
@NullMarked
package dev.hpo.benchmarks.confirm;

import org.jspecify.annotations.NullMarked;
