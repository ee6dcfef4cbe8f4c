// SPDX-License-Identifier: Apache-2.0
/** Sample 6: a convolutional network in DJL, on PyTorch. */
@NullMarked
package dev.hpo.samples.s06convolution;

import org.jspecify.annotations.NullMarked;
