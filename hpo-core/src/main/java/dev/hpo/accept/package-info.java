// SPDX-License-Identifier: Apache-2.0
/** Configurations that were taken into a program, in files that it loads and that say what speaks for them. */
@NullMarked
package dev.hpo.accept;

import org.jspecify.annotations.NullMarked;
