// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a study wants to be tried.
 *
 * @param config the configuration
 * @param trial takes the results
 * @param <T> the configuration type
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Suggestion<T>(T config, Trial trial) {}
