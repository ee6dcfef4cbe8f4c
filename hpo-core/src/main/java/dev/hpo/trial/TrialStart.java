// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.Configuration;
import java.time.Instant;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is known of a trial when it begins.
 *
 * @param number its place in the study, from 0
 * @param configuration what it tries
 * @param seed the seed of its own randomness, the same in a replay
 * @param origin where the configuration came from
 * @param startedAt when it began
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record TrialStart(int number, Configuration configuration, long seed, Origin origin, Instant startedAt) {}
