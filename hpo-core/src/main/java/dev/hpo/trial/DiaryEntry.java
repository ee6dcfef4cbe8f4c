// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A line of the diary of a panda, in its parts: what was tried with a child on a day, and what has become of it.
 *
 * @param child the child, from 0
 * @param day the day of the child, from 1; a day that was rolled back comes more than once
 * @param event what has happened
 * @param trials what was trained
 * @param why why it has come to that, for people; empty where there is nothing to say
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record DiaryEntry(int child, int day, Event event, Trials trials, String why) {

    /** What can happen. */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public enum Event {
        /** A child has lived through its first day. */
        BEGUN,
        /** The nudge has gained more than the noise over its control, and is what the child goes on with. */
        KEPT,
        /** The control is what the child goes on with. */
        NOT_KEPT,
        /** The day was trained without a nudge. */
        ALONE,
        /** What was trained has diverged or made the curve worse, and is forgotten. */
        ROLLED_BACK,
        /** A child has come to the end of its training. */
        GROWN_UP,
        /** A child is not raised any further. */
        GIVEN_UP
    }

    /**
     * The numbers of the trials of a day.
     *
     * @param base from where the day set out; empty on the first one. At the end of a child its last trial that was good and kept, empty if it has none
     * @param control the segment that went on unchanged, or that of a first day; empty at the end of a child
     * @param nudge the segment beside it; empty on a day without one
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Trials(OptionalInt base, OptionalInt control, OptionalInt nudge) {}
}
