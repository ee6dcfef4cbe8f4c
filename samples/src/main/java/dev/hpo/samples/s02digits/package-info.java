// SPDX-License-Identifier: Apache-2.0
/** Sample 2: a multi-layer perceptron that reads handwritten digits. */
@NullMarked
package dev.hpo.samples.s02digits;

import org.jspecify.annotations.NullMarked;
