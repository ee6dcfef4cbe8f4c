// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How much a study may do.
 *
 * @param trials how many trials there will be at most; {@link Integer#MAX_VALUE} without a limit
 * @param parallelism how many trials may run at once; at least 1
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Budget(int trials, int parallelism) {}
