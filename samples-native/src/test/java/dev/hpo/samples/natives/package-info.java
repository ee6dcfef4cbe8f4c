// SPDX-License-Identifier: Apache-2.0
/** What decides whether a sample with a native library can run here. */
@NullMarked
package dev.hpo.samples.natives;

import org.jspecify.annotations.NullMarked;
