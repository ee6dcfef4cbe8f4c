// SPDX-License-Identifier: Apache-2.0
/** Problems to compare samplers on: a name, a space, a function, and the range that its values are read in. */
@NullMarked
package dev.hpo.benchmarks.problem;

import org.jspecify.annotations.NullMarked;
