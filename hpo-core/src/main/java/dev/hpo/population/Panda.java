// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.population.Childhood.Decision;
import dev.hpo.population.Segment.Kind;
import dev.hpo.population.Segment.Place;
import dev.hpo.population.Segments.Entry;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Raises one child after the other, each nudge beside a control.
 *
 * @param starts where children begin
 */
record Panda(Ask ask, PopulationPlan plan, Segments segments, Starts starts) {

    Proposal next() {
        List<Childhood> children = new ArrayList<>();
        for (int child = 0; ; child++) {
            Childhood childhood = new Childhood(plan, segments, ask.facts().direction(), child);
            if (childhood.begun().isEmpty()) {
                return begin(child, children);
            }
            children.add(childhood);
            if (!childhood.isOver()) {
                return goOn(childhood);
            }
        }
    }

    /** Each child's segments are as many as those of two that train beside one another to the end, and whoever is queued beside the first brings as many. One that is given up leaves the rest to the next. */
    private long left() {
        return shares() * 2 * plan.size().generations()
                - segments.all().stream().filter(Panda::isSpent).count();
    }

    private long shares() {
        long queued = segments.all().stream()
                .filter(entry ->
                        isSpent(entry) && entry.segment().kind() == Kind.START && !Segment.isNoted(entry.trial()))
                .count();
        return plan.panda().children() + Math.max(0, queued - 1);
    }

    private static boolean isSpent(Entry entry) {
        return !entry.trial().isRejected() && !entry.trial().isSilent();
    }

    /** A fresh child is worth it if half of its days can have a nudge. A segment of each share is kept for steps back. */
    private boolean isWorthIt() {
        long days = plan.size().generations() - 1L;
        return left() - shares() >= 1 + days + (days + 1) / 2;
    }

    private Proposal begin(int child, List<Childhood> before) {
        if (!isWorthIt()) {
            long good = before.stream().filter(one -> one.base().isPresent()).count();
            return new Proposal.Exhausted(
                    good == 0
                            ? "all " + before.size()
                                    + " children failed at once; look at the failures, and narrow the domains"
                            : "all " + before.size() + (before.size() == 1 ? " child has" : " children have")
                                    + " been raised");
        }
        List<Starts.Taught> taught = new ArrayList<>();
        before.forEach(one -> taught.add(taught(one)));
        segments.all().stream()
                .filter(entry -> entry.trial().isRejected() && entry.segment().kind() == Kind.START)
                .forEach(entry -> taught.add(new Starts.Taught(entry.trial(), entry.trial())));
        taught.sort(Comparator.comparingInt(one -> one.begun().number()));
        Segment segment = new Segment(
                new Place(child, 0, 0),
                Kind.START,
                0,
                plan.size().segment(),
                before.isEmpty() ? "begins" : "a fresh child");
        return starts.next(ask, segment, taught);
    }

    /** A child that was given up teaches as little of its end as one that has failed, if it has come to nothing at all. */
    private static Starts.Taught taught(Childhood child) {
        TrialRecord begun = child.begun().orElseThrow().trial();
        return new Starts.Taught(begun, child.base().map(Entry::trial).orElse(begun));
    }

    private Proposal goOn(Childhood child) {
        if (child.base().isEmpty()) {
            return new Proposal.Wait();
        }
        Place place = child.place();
        Optional<Entry> control = segments.at(place.member(), place.generation(), place.round());
        if (control.isEmpty()) {
            return unchanged(child, place);
        }
        boolean isAlone = control.get().segment().kind() == Kind.STAY;
        return isAlone || segments.nudge(place).isPresent() ? new Proposal.Wait() : nudge(child, place, control.get());
    }

    /** The day's segment without a change: a control if there is something to be tried beside it that leaves a segment for each day to come, or it was interrupted beside its nudge. */
    private Proposal unchanged(Childhood child, Place place) {
        Entry base = child.base().orElseThrow();
        OptionalInt nudge =
                segments.nudge(place).stream().mapToInt(Entry::number).findFirst();
        Alone alone = nudge.isPresent() ? Alone.NOT : alone(child, place);
        String why = child.decisions().isEmpty() ? "goes on unchanged" : text(child.decisions()) + ": goes on";
        Segment segment = segment(base, place, alone.why().isEmpty() ? Kind.CONTROL : Kind.STAY, why + alone.why());
        return new Proposal.Fork(base.number(), base.trial().configuration(), nudge, segment.notes(alone.notes()));
    }

    private Alone alone(Childhood child, Place place) {
        Tries tries = new Tries(ask, plan, segments);
        Optional<Tries.Attempt> attempt = tries.next(child);
        if (attempt.isEmpty()) {
            return new Alone(", alone, as nothing can be nudged here" + tries.answer(attempt), tries.notes(attempt));
        }
        boolean isAffordable = left() - 2 >= plan.size().generations() - 1 - place.generation();
        return isAffordable || attempt.get().wanted().isPresent()
                ? Alone.NOT
                : new Alone(
                        ", alone, as steps back have cost what nudges would" + tries.answer(attempt),
                        tries.notes(attempt));
    }

    private static String text(List<Decision> decisions) {
        Decision last = decisions.get(decisions.size() - 1);
        Pair pair = last.pair();
        return "trial " + pair.nudge().orElse(pair.control()).number() + " "
                + last.verdict().text() + " (" + last.why() + ")";
    }

    private Proposal nudge(Childhood child, Place place, Entry control) {
        Entry base = child.base().orElseThrow();
        Tries tries = new Tries(ask, plan, segments);
        Optional<Tries.Attempt> attempt = tries.next(child);
        if (attempt.isEmpty()) {
            return new Proposal.Exhausted("nothing can be nudged beside trial " + control.number() + " any more: "
                    + ask.space().typeName() + " rejects what it has taken before");
        }
        String why = attempt.get().change() + Segment.BESIDE + control.number() + tries.answer(attempt);
        Segment segment = segment(base, place, Kind.NUDGE, why);
        return new Proposal.Fork(
                base.number(),
                attempt.get().configuration(),
                OptionalInt.of(control.number()),
                segment.notes(tries.notes(attempt)));
    }

    private Segment segment(Entry base, Place place, Kind kind, String why) {
        return new Segment(
                place, kind, base.reached(), base.segment().to() + plan.size().segment(), why);
    }

    /**
     * A day that is trained without a nudge.
     *
     * @param why for people; nothing if the day has a nudge
     * @param notes what is kept of what a human wanted
     */
    private record Alone(String why, Map<String, String> notes) {

        static final Alone NOT = new Alone("", Map.of());
    }
}
