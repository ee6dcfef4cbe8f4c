// SPDX-License-Identifier: Apache-2.0
/** How often re-tests are wrong, and what they find. */
@NullMarked
package dev.hpo.benchmarks.retest;

import org.jspecify.annotations.NullMarked;
