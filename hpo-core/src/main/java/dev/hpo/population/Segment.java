// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.trial.Origin;
import dev.hpo.trial.TrialRecord;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What one trial of a population is: a stretch of the training of one member, between two decisions.
 *
 * @param place which stretch it is
 * @param kind why it was trained
 * @param from the step up to which its member had come before; 0 for one that begins
 * @param to the step up to which it trains
 * @param why what was decided and why, for people
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Segment(Place place, Kind kind, long from, long to, String why) {

    private static final String PREFIX = "population.";
    private static final String MEMBER = PREFIX + "member";
    private static final String GENERATION = PREFIX + "generation";
    private static final String ROUND = PREFIX + "round";
    private static final String KIND = PREFIX + "kind";
    private static final String FROM = PREFIX + "from";
    private static final String TO = PREFIX + "to";
    private static final String WHY = PREFIX + "why";

    /** Which control a nudge is trained beside: the number of its trial follows. */
    static final String BESIDE = " beside trial ";

    /**
     * Which stretch of which member.
     *
     * @param member the member, from 0; of a population of one, the child
     * @param generation how many segments its member had lived through before, from 0
     * @param round how often this stretch had been tried before, as after a failure of all or a step back; 0 in the usual case
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Place(int member, int generation, int round) {}

    /** Why a segment was trained. */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public enum Kind {
        /** A member begins, or the child of a population of one. */
        START,
        /** The member goes on with what it has. */
        STAY,
        /** The member has copied the checkpoint of a better one and changes its parameters. */
        COPY,
        /** All have failed: the member sets out from the last good generation once more, with smaller changes. */
        RETREAT,
        /** In a population of one: goes on unchanged, for the nudge to be compared with. */
        CONTROL,
        /** In a population of one: goes on with one parameter changed, from the same checkpoint and with the same seed as its control. */
        NUDGE
    }

    /** Returns whether a trial says that it is a segment. Start configurations and queued ones do not, see {@link PopulationPlan#segments}. */
    public static boolean isNoted(TrialRecord trial) {
        return trial.start().origin().notes().containsKey(KIND);
    }

    /**
     * Returns the segment that a trial says it is.
     *
     * @throws IllegalArgumentException if it does not say so, or not as this version does
     */
    public static Segment of(TrialRecord trial) {
        Map<String, String> notes = trial.start().origin().notes();
        try {
            return new Segment(
                    new Place(integer(notes, MEMBER), integer(notes, GENERATION), integer(notes, ROUND)),
                    Kind.valueOf(notes.getOrDefault(KIND, "")),
                    Long.parseLong(notes.getOrDefault(FROM, "")),
                    Long.parseLong(notes.getOrDefault(TO, "")),
                    notes.getOrDefault(WHY, ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "trial " + trial.number() + " (" + notes + ") must be a segment of a population; ask isNoted first",
                    e);
        }
    }

    private static int integer(Map<String, String> notes, String key) {
        return Integer.parseInt(notes.getOrDefault(key, ""));
    }

    /** Returns the first segment of a member of a trial that does not say what it is. */
    static Segment first(TrialRecord trial, int member, long to) {
        String why = trial.start().origin().source() == Origin.Source.INITIAL
                ? "begins with the start configuration"
                : "begins with a queued configuration";
        return new Segment(new Place(member, 0, 0), Kind.START, 0, to, why);
    }

    /** Returns the member, from 0; of a population of one, the child. */
    public int member() {
        return place.member();
    }

    /** Returns how many segments its member had lived through before, from 0. */
    public int generation() {
        return place.generation();
    }

    /** Returns the notes that say what the trial is, beside those of another sampler. */
    Map<String, String> notes(Map<String, String> others) {
        Map<String, String> notes = new TreeMap<>(others);
        notes.put(MEMBER, Integer.toString(place.member()));
        notes.put(GENERATION, Integer.toString(place.generation()));
        notes.put(ROUND, Integer.toString(place.round()));
        notes.put(KIND, kind.name());
        notes.put(FROM, Long.toString(from));
        notes.put(TO, Long.toString(to));
        notes.put(WHY, why);
        return notes;
    }

    /** Returns the notes of a segment whose beginning was chosen before, for a trial that was interrupted: what another sampler has noted is that of then. */
    static Map<String, String> notesOfOldChoice(Map<String, String> notes, TrialRecord before) {
        Map<String, String> all = othersNotes(before);
        notes.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                all.put(key, value);
            }
        });
        return all;
    }

    /** Returns what another sampler has noted of a trial. */
    static Map<String, String> othersNotes(TrialRecord trial) {
        Map<String, String> notes = new TreeMap<>(trial.start().origin().notes());
        notes.keySet().removeIf(key -> key.startsWith(PREFIX));
        return notes;
    }
}
