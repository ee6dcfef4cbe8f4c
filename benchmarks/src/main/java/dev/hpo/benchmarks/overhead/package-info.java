// SPDX-License-Identifier: Apache-2.0
/** What a sampler costs a trial: processor time and memory. */
@NullMarked
package dev.hpo.benchmarks.overhead;

import org.jspecify.annotations.NullMarked;
