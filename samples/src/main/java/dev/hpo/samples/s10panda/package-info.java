// SPDX-License-Identifier: Apache-2.0
/** Samples 10 and 11: a network whose learning rate and momentum change while it trains, and a training by the schedule that came out. */
@NullMarked
package dev.hpo.samples.s10panda;

import org.jspecify.annotations.NullMarked;
