// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One run of a study.
 *
 * @param number which run it is; from 1
 * @param metric what the objective value is: {@code validation loss}
 * @param sampler what chooses the configurations, in a few words
 * @param begin how it began, or went on
 * @param end how it ended; empty while it goes on
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record StudyRun(int number, String metric, String sampler, Begin begin, Optional<End> end) {

    /**
     * Creates a run that began anew.
     *
     * @param number which run it is; from 1
     * @param metric what the objective value is: {@code validation loss}
     * @param sampler what chooses the configurations, in a few words
     * @param startedAt when it began
     * @param end how it ended; empty while it goes on
     */
    public StudyRun(int number, String metric, String sampler, Instant startedAt, Optional<End> end) {
        this(number, metric, sampler, new Begin(startedAt, Duration.ZERO, List.of()), end);
    }

    /** Returns when it began, or went on last. */
    public Instant startedAt() {
        return begin.at();
    }

    /** Returns how long it took, with all its parts; empty while it goes on. */
    public Optional<Duration> elapsed() {
        return end.map(last -> begin.before().plus(Duration.between(begin.at(), last.at())));
    }

    /**
     * The beginning of a run, or of its last part.
     *
     * @param at when it was
     * @param before how long the parts before took
     * @param continued how it goes on, for people: {@code after 23 of 50 trials (interrupted: its process died)}, and what there is to say
     *     of that in further lines; empty if it began anew
     * @param isShared whether it is one that several processes share, so that it does not repeat
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Begin(Instant at, Duration before, List<String> continued, boolean isShared) {

        /** Creates a beginning. */
        public Begin {
            continued = List.copyOf(continued);
        }

        /** Creates the beginning of a run that one process has. */
        public Begin(Instant at, Duration before, List<String> continued) {
            this(at, before, continued, false);
        }
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
