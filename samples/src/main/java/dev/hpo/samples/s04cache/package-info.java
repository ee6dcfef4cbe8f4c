// SPDX-License-Identifier: Apache-2.0
/** Sample 4: a cache, tuned without any machine learning. */
@NullMarked
package dev.hpo.samples.s04cache;

import org.jspecify.annotations.NullMarked;
