// SPDX-License-Identifier: Apache-2.0
/** What stopping trainings early gains and costs: runs pruners on learning curves, and compares what they found after the same number of epochs. */
@NullMarked
package dev.hpo.benchmarks.pruning;

import org.jspecify.annotations.NullMarked;
