// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The trials of a population, as the segments that they are. A start configuration and queued ones are the first segments of the first members. What was interrupted says
 * nothing, and its place is free again; unless that has happened three times before. Immutable.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Segments {

    /** How often a segment is trained once more that was interrupted, before it counts as one that has failed. */
    private static final int TIMES = 3;

    private final List<Entry> all = new ArrayList<>();
    private final Map<Integer, Entry> byTrial = new HashMap<>();
    /** The last that was not rejected of each place. */
    private final Map<Key, Entry> standing = new HashMap<>();

    private final Map<Key, Integer> rejections = new HashMap<>();
    private final Map<Key, Integer> interruptions = new HashMap<>();
    /** Beginnings that were interrupted. */
    private final List<TrialRecord> cutShort = new ArrayList<>();

    /** Those that were queued when all members had begun. */
    private final List<TrialRecord> outside = new ArrayList<>();

    private int begun;

    /**
     * A trial and the segment that it is.
     *
     * @param trial as it stands
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Entry(TrialRecord trial, Segment segment) {

        /** Returns the number of the trial. */
        public int number() {
            return trial.number();
        }

        /** Returns whether it has ended, in whatever way. */
        public boolean isOver() {
            return trial.state().isFinished();
        }

        /** Returns whether it has ended with a value. */
        public boolean isGood() {
            return trial.state() == TrialState.COMPLETE;
        }

        /** Returns its value such that smaller is better; infinite if it has none. */
        double loss(Direction direction) {
            return trial.value().isPresent() ? direction.asLoss(trial.value().getAsDouble()) : Double.POSITIVE_INFINITY;
        }

        /** Returns the step that it has come to: what it has reported last, or was to come to if it has an end without steps. */
        public long reached() {
            return Math.max(trial.lastStep().orElse(isGood() ? segment.to() : segment.from()), segment.from());
        }
    }

    private record Key(Segment.Place place, boolean isNudge) {}

    private Segments() {}

    static Segments of(PopulationPlan plan, History history) {
        Segments segments = new Segments();
        for (TrialRecord trial : history.trials()) {
            segments.segment(plan, trial).ifPresent(segment -> segments.add(new Entry(trial, segment)));
        }
        return segments;
    }

    private Optional<Segment> segment(PopulationPlan plan, TrialRecord trial) {
        if (Segment.isNoted(trial)) {
            return Optional.of(Segment.of(trial));
        }
        boolean isForeign = trial.start().origin().source() == Origin.Source.OTHER
                || trial.state() == TrialState.WAITING
                || trial.isMoved();
        if (isForeign) {
            return Optional.empty();
        }
        int member = begun;
        if (plan.isPanda() || member < plan.size().members()) {
            return Optional.of(Segment.first(trial, member, plan.size().segment()));
        }
        if (!trial.isRejected() && !trial.isSilent()) {
            outside.add(trial);
        }
        return Optional.empty();
    }

    private void add(Entry entry) {
        byTrial.put(entry.number(), entry);
        Key key = new Key(entry.segment().place(), entry.segment().kind() == Segment.Kind.NUDGE);
        if (isToBeTriedAgain(entry.trial(), key)) {
            if (entry.trial().isInterrupted() && entry.segment().kind() == Segment.Kind.START) {
                cutShort.add(entry.trial());
            }
            return;
        }
        all.add(entry);
        if (entry.trial().isRejected()) {
            rejections.merge(key, 1, Integer::sum);
            return;
        }
        standing.put(key, entry);
        if (entry.segment().kind() == Segment.Kind.START) {
            begun = Math.max(begun, entry.segment().member() + 1);
        }
    }

    private boolean isToBeTriedAgain(TrialRecord trial, Key key) {
        return trial.isSilent() && (!trial.isInterrupted() || interruptions.merge(key, 1, Integer::sum) <= TIMES);
    }

    /** Returns a beginning that was interrupted and has not begun again; empty if there is none. */
    Optional<TrialRecord> cutShort() {
        return cutShort.stream()
                .filter(trial -> all.stream()
                        .noneMatch(entry -> entry.segment().kind() == Segment.Kind.START
                                && entry.number() > trial.number()
                                && entry.trial().configuration().equals(trial.configuration())))
                .findFirst();
    }

    /** Returns all that say something, by rising number: those aside whose place is free again, as they were interrupted. */
    public List<Entry> all() {
        return Collections.unmodifiableList(all);
    }

    /** Returns the best segment so far, of equal ones the earliest; empty if none is complete. */
    public Optional<Entry> best(Direction direction) {
        return ranked(all, direction).stream().findFirst();
    }

    /** Returns the trials that are no part of the population though they were queued for it, as all members had begun by then; by rising number. */
    public List<TrialRecord> outside() {
        return Collections.unmodifiableList(outside);
    }

    /** Returns the segment that a trial is; empty if it is no part of the population. */
    public Optional<Entry> of(int trial) {
        return Optional.ofNullable(byTrial.get(trial));
    }

    /** Returns the segment at a place, which is none with a nudge; empty if it has not begun. */
    Optional<Entry> at(int member, int generation, int round) {
        return Optional.ofNullable(standing.get(new Key(new Segment.Place(member, generation, round), false)));
    }

    /** Returns the segment with a nudge at a place; empty if it has not begun. */
    Optional<Entry> nudge(Segment.Place place) {
        return Optional.ofNullable(standing.get(new Key(place, true)));
    }

    /** Returns how many configurations were rejected at a place, those of nudges aside. */
    int rejections(Segment.Place place) {
        return rejections.getOrDefault(new Key(place, false), 0);
    }

    /** Returns those that run. */
    List<Entry> running() {
        return all.stream()
                .filter(entry -> entry.trial().state() == TrialState.RUNNING)
                .toList();
    }

    /** Returns a segment and those that it has come from, the first one first. */
    public List<Entry> lineage(Entry last) {
        List<Entry> lineage = new ArrayList<>();
        Optional<Entry> link = Optional.of(last);
        while (link.isPresent()) {
            lineage.add(link.get());
            link = before(link.get());
        }
        Collections.reverse(lineage);
        return lineage;
    }

    /** Returns the segment from whose checkpoint another one set out; empty if it began with nothing. */
    public Optional<Entry> before(Entry entry) {
        return entry.trial().isBegunAnew()
                ? Optional.empty()
                : entry.trial().start().origin().fork().stream()
                        .filter(number -> number < entry.number())
                        .mapToObj(this::of)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    /** Returns good ones from the best to the worst; of equal ones the earlier first. */
    static List<Entry> ranked(List<Entry> entries, Direction direction) {
        return entries.stream()
                .filter(Entry::isGood)
                .sorted(Comparator.comparingDouble((Entry entry) -> entry.loss(direction))
                        .thenComparingInt(Entry::number))
                .toList();
    }
}
