// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One run of a study.
 *
 * @param number which run it is; from 1
 * @param metric what the objective value is: {@code validation loss}
 * @param sampler what chooses the configurations, in a few words
 * @param startedAt when it began
 * @param end how it ended; empty while it goes on
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record StudyRun(int number, String metric, String sampler, Instant startedAt, Optional<End> end) {

    /** Returns how long it took; empty while it goes on. */
    public Optional<Duration> elapsed() {
        return end.map(last -> Duration.between(startedAt, last.at()));
    }

    /**
     * The end of a run.
     *
     * @param at when it was
     * @param reason why it was then, for people: {@code all 50 trials are done}
     * @param isInterrupted whether it was stopped from outside, so that it can go on
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record End(Instant at, String reason, boolean isInterrupted) {

        /** Creates the end of a run that is done. */
        public End(Instant at, String reason) {
            this(at, reason, false);
        }
    }
}
