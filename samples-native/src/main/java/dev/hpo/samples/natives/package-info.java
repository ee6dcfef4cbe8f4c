// SPDX-License-Identifier: Apache-2.0
/** What the samples with native libraries share. */
@NullMarked
package dev.hpo.samples.natives;

import org.jspecify.annotations.NullMarked;
