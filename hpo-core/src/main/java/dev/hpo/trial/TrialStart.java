// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.Configuration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is known of a trial when it begins.
 *
 * @param key its place in the study, and which attempt at it this is
 * @param configuration what it tries
 * @param seed the seed of its own randomness, the same in a replay, and in a trial that goes on with this one
 * @param origin where the configuration came from
 * @param startedAt when it began, to the microsecond: what is finer is cut off
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record TrialStart(TrialKey key, Configuration configuration, long seed, Origin origin, Instant startedAt) {

    /** Creates the start of an attempt. */
    public TrialStart {
        startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Creates the start of a first attempt.
     *
     * @param number its place in the study, from 0
     * @param configuration what it tries
     * @param seed the seed of its own randomness, the same in a replay
     * @param origin where the configuration came from
     * @param startedAt when it began
     */
    public TrialStart(int number, Configuration configuration, long seed, Origin origin, Instant startedAt) {
        this(new TrialKey(number, 0), configuration, seed, origin, startedAt);
    }

    /** Returns the place in the study, from 0. */
    public int number() {
        return key.number();
    }

    /**
     * Returns the start of the next attempt at the same trial.
     *
     * @param at when it begins
     */
    public TrialStart again(Instant at) {
        return new TrialStart(key.next(), configuration, seed, origin, at);
    }
}
