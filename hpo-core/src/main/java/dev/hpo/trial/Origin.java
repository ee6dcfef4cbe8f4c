// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.Map;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where a trial's configuration came from.
 *
 * @param source who chose it
 * @param parent the number of the paused trial that this one goes on with, if any
 * @param fork the number of the complete trial from a copy of whose checkpoint this one sets out, if any; it is a trial of its own
 * @param notes the sampler's own facts about the trial, which it reads back from the history
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Origin(Source source, OptionalInt parent, OptionalInt fork, Map<String, String> notes) {

    private static final String QUEUE = "queue";

    /** Creates an origin. */
    public Origin {
        notes = Map.copyOf(notes);
    }

    /**
     * Creates an origin of a trial that does not set out from a complete one.
     *
     * @param source who chose it
     * @param parent the number of the paused trial that this one goes on with, if any
     * @param notes the sampler's own facts about the trial, which it reads back from the history
     */
    public Origin(Source source, OptionalInt parent, Map<String, String> notes) {
        this(source, parent, OptionalInt.empty(), notes);
    }

    /** Returns an origin without parent and notes. */
    public static Origin of(Source source) {
        return new Origin(source, OptionalInt.empty(), Map.of());
    }

    /** Returns that of a trial that somebody has queued in the storage, for whoever goes on with the run. */
    public static Origin ofStorage() {
        return new Origin(Source.QUEUED, OptionalInt.empty(), Map.of(QUEUE, "storage"));
    }

    /** Returns whether somebody has queued the trial in the storage, and not the study in its own queue. */
    public boolean isOfStorage() {
        return source == Source.QUEUED && notes.containsKey(QUEUE);
    }

    /** Returns whether the trial goes on with one that was paused. */
    public boolean isPromotion() {
        return parent.isPresent();
    }

    /** Returns the number of the trial with a copy of whose checkpoint this one begins, be it paused or complete; empty if it begins with nothing. */
    public OptionalInt copied() {
        return parent.isPresent() ? parent : fork;
    }

    /** Who can choose a configuration. */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public enum Source {
        /** The configuration type: its start configuration. */
        INITIAL,
        /** The user, by putting it into the queue. */
        QUEUED,
        /** The sampler. */
        SAMPLER,
        /** Somebody else: another tool that goes on with the run, or a later version in a way that this one does not know. */
        OTHER
    }
}
