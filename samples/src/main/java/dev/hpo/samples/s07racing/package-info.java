// SPDX-License-Identifier: Apache-2.0
/** Sample 7: racing over the folds of a cross-validation. */
@NullMarked
package dev.hpo.samples.s07racing;

import org.jspecify.annotations.NullMarked;
