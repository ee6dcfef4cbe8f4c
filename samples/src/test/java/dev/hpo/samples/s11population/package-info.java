// SPDX-License-Identifier: Apache-2.0
/** Sample 11: a population, and how what it comes to stands to usual schedules. */
@NullMarked
package dev.hpo.samples.s11population;

import org.jspecify.annotations.NullMarked;
