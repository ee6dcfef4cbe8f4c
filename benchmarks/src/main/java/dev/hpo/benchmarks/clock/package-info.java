// SPDX-License-Identifier: Apache-2.0
/** What work costs. */
@NullMarked
package dev.hpo.benchmarks.clock;

import org.jspecify.annotations.NullMarked;
