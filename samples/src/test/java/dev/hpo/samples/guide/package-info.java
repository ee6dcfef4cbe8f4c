// SPDX-License-Identifier: Apache-2.0
/** The code that the guide shows. */
@NullMarked
package dev.hpo.samples.guide;

import org.jspecify.annotations.NullMarked;
