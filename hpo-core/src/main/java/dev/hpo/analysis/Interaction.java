// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.space.Parameter;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How much of the spread of the values two hyperparameters explain together beyond what each explains alone.
 *
 * @param one a hyperparameter
 * @param other another one
 * @param share what they explain together, where both exist
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Interaction(Parameter<?> one, Parameter<?> other, Share share) {}
