// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.space.Configuration;
import java.util.Map;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A sampler's answer. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public sealed interface Proposal {

    /**
     * Try this configuration.
     *
     * @param configuration fits the space of the ask
     * @param notes the sampler's own facts about the trial, stored with it and found in its origin later
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Try(Configuration configuration, Map<String, String> notes) implements Proposal {

        /** Creates a proposal. */
        public Try {
            notes = Map.copyOf(notes);
        }

        /** Returns a proposal without notes. */
        public static Try of(Configuration configuration) {
            return new Try(configuration, Map.of());
        }
    }

    /**
     * Go on with a paused trial: with its configuration, its seed and a copy of its checkpoint, as a trial with a number of its own. It
     * counts in no budget of trials. Only for a sampler that {@link Sampler#promotes}.
     *
     * @param trial the number of a trial that is among {@link dev.hpo.trial.History#paused}
     * @param notes the sampler's own facts about the trial to come, stored with it and found in its origin later
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Promote(int trial, Map<String, String> notes) implements Proposal {

        /** Creates a proposal. */
        public Promote {
            notes = Map.copyOf(notes);
        }

        /** Returns a proposal without notes. */
        public static Promote of(int trial) {
            return new Promote(trial, Map.of());
        }
    }

    /**
     * Set out from a complete trial: from a copy of its checkpoint, with this configuration, as a trial of its own, which counts in a budget of
     * trials. The trial's record begins with the intermediate values of that one. Any number of trials may set out from one. Only for a sampler that
     * {@link Sampler#forks}, and only from a trial that it has {@link Sampler#keeps kept} since that has ended.
     *
     * @param trial the number of a complete trial
     * @param configuration fits the space of the ask
     * @param seedOf the number of an earlier trial whose seed this one has too, so that it sees the same data in the same order; empty for a seed of its own
     * @param notes the sampler's own facts about the trial to come, stored with it and found in its origin later
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Fork(int trial, Configuration configuration, OptionalInt seedOf, Map<String, String> notes)
            implements Proposal {

        /** Creates a proposal. */
        public Fork {
            notes = Map.copyOf(notes);
        }
    }

    /** Ask again when a running trial has ended; only while another trial of the same study runs. */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Wait() implements Proposal {}

    /**
     * There is nothing left to try.
     *
     * @param reason why, for people
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Exhausted(String reason) implements Proposal {}
}
