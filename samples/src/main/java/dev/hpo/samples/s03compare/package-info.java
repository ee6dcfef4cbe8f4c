// SPDX-License-Identifier: Apache-2.0
/** Sample 3: one small search by grid, at random and from coarse to fine. */
@NullMarked
package dev.hpo.samples.s03compare;

import org.jspecify.annotations.NullMarked;
