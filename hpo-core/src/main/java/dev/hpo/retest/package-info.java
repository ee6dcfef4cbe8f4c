// SPDX-License-Identifier: Apache-2.0
/** Runs an accepted configuration again, to see whether it still is as good as it was. */
@NullMarked
package dev.hpo.retest;

import org.jspecify.annotations.NullMarked;
