// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s01linear;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.samples.network.Activation;

/**
 * A search space of one hyperparameter. An enum needs no annotation: each of its constants is a choice.
 *
 * @param activation the activation function of the hidden layer
 */
@SearchSpace
record LineConfig(Activation activation) {}
