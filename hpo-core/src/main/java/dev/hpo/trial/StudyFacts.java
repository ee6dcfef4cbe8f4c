// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What samplers and pruners may know of the study beside its history.
 *
 * @param study the study's name
 * @param direction which values are better
 * @param seed the study's seed
 * @param trials the budget: how many trials there will be at most; {@link Integer#MAX_VALUE} without a limit
 * @param parallelism how many trials may run at once; at least 1
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record StudyFacts(String study, Direction direction, long seed, int trials, int parallelism) {}
