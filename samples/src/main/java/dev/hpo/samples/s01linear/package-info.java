// SPDX-License-Identifier: Apache-2.0
/** Sample 1: which activation function learns y = x + 10? */
@NullMarked
package dev.hpo.samples.s01linear;

import org.jspecify.annotations.NullMarked;
