// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.trial.DiaryEntry;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a population has come to where it stands: which trial has trained which part of whose life, and what was decided between them.
 *
 * @param isPanda whether there is one member at a time, each segment of which is trained beside a control; the members are its children
 * @param adjustable the names of the parameters that may change while a member trains
 * @param parts the trials of the population, by rising number; those aside that are no part of it
 * @param days what was decided of each pair of segments of a panda, in the order of its diary; of several members nothing
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record PopulationCourse(boolean isPanda, Set<String> adjustable, List<Part> parts, List<DiaryEntry> days) {

    /** Creates a course. */
    public PopulationCourse {
        adjustable = Set.copyOf(adjustable);
        parts = List.copyOf(parts);
        days = List.copyOf(days);
    }

    /**
     * What one trial is.
     *
     * @param trial its number
     * @param place whose life it is a part of
     * @param before the number of the trial from whose checkpoint it set out; empty if it began with nothing
     * @param steps what it has trained
     * @param why what was decided before it and why, for people
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Part(int trial, Place place, OptionalInt before, Steps steps, String why) {}

    /**
     * Where in a population a trial stands.
     *
     * @param member the member, from 0; of a panda the child
     * @param generation how many segments its member had lived through before, from 0
     * @param role why it was trained
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Place(int member, int generation, Role role) {}

    /**
     * Steps of a training.
     *
     * @param from the step after which they begin
     * @param to the last one; {@code from} if there is none
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Steps(long from, long to) {}

    /** Why a segment was trained. */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public enum Role {
        /** A member begins. */
        START,
        /** A member goes on with what it has. */
        STAY,
        /** A member has copied a better one and changes its parameters. */
        COPY,
        /** All have failed, and a member sets out from the last good generation once more. */
        RETREAT,
        /** A child goes on unchanged, for a nudge to be compared with. */
        CONTROL,
        /** A child goes on with one parameter changed. */
        NUDGE
    }
}
