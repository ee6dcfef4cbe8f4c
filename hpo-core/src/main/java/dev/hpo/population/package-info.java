// SPDX-License-Identifier: Apache-2.0
/** Populations: trainings whose hyperparameters change while they train, several at once or one of which each step is tried beside another. */
@NullMarked
package dev.hpo.population;

import org.jspecify.annotations.NullMarked;
