// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s03compare;

import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/**
 * Three hyperparameters, of which the first matters most.
 *
 * @param learningRate the length of a step
 * @param decay how fast the learning rate shrinks from epoch to epoch
 * @param hiddenUnits the number of units in the hidden layer
 */
@SearchSpace
record QuickConfig(
        @LogUniform(min = 1e-4, max = 1) double learningRate,
        @Uniform(min = 0, max = 1) double decay,
        @Uniform(min = 16, max = 64) int hiddenUnits) {}
