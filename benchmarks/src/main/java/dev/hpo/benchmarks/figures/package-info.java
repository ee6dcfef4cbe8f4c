// SPDX-License-Identifier: Apache-2.0
/** What tables of comparisons are made of. */
@NullMarked
package dev.hpo.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
