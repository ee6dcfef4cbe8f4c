// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.population.Segment.Kind;
import dev.hpo.population.Segment.Place;
import dev.hpo.population.Segments.Entry;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Raises several members, generation by generation.
 *
 * @param starts where they begin
 */
record Raising(Ask ask, PopulationPlan plan, Segments segments, Starts starts) {

    /** How often a change is rejected by the configuration's type before the copied configuration is left as it is. */
    private static final int TRIES = 10;

    /** One of so many is replaced, and one of so many is worth a copy. */
    private static final int PARTS = 4;

    Proposal next() {
        return plan.pace() == Pace.SYNCHRONOUS ? synchronous() : asynchronous();
    }

    private Proposal synchronous() {
        for (int generation = 0; generation < plan.size().generations(); generation++) {
            for (int round = 0; round < 2; round++) {
                Optional<Proposal> due = due(generation, round);
                if (due.isPresent()) {
                    return due.get();
                }
                if (isAnyGood(generation, round)) {
                    break;
                }
                if (round > 0) {
                    return exhausted(generation);
                }
            }
        }
        return done();
    }

    private Proposal done() {
        PopulationPlan.Size size = plan.size();
        return new Proposal.Exhausted(
                "all " + size.generations() + " generations of " + size.members() + " members are done");
    }

    private static Proposal exhausted(int generation) {
        return new Proposal.Exhausted(
                "all members failed in generation " + (generation + 1)
                        + (generation == 0
                                ? ", and again with other configurations; look at the failures, and narrow the domains"
                                : ", and again with smaller changes from the generation before; look at the failures, and adjust less"));
    }

    /** Returns what is to be done before a round of a generation is over; empty if it is. */
    private Optional<Proposal> due(int generation, int round) {
        boolean isRunning = false;
        for (int member = 0; member < plan.size().members(); member++) {
            Optional<Entry> present = segments.at(member, generation, round);
            if (present.isEmpty()) {
                return Optional.of(begin(new Place(member, generation, round)));
            }
            isRunning |= !present.get().isOver();
        }
        return isRunning ? Optional.of(new Proposal.Wait()) : Optional.empty();
    }

    /** A member goes on when it has ended, whatever the others do; unless it has failed and there is none yet to set out from. */
    private Proposal asynchronous() {
        Optional<Place> again = placeOnceMore();
        if (again.isPresent()) {
            return begin(again.get());
        }
        boolean isRunning = false;
        List<Integer> stuck = new ArrayList<>();
        for (int generation = 0; generation < plan.size().generations(); generation++) {
            for (int member = 0; member < plan.size().members(); member++) {
                Optional<Entry> present = latest(member, generation);
                boolean isReady = generation == 0
                        || latest(member, generation - 1).filter(Entry::isOver).isPresent();
                isRunning |= present.filter(entry -> !entry.isOver()).isPresent();
                if (present.isEmpty() && isReady && !stuck.contains(member)) {
                    if (generation == 0 || !ranked(generation - 1).isEmpty()) {
                        return begin(new Place(member, generation, 0));
                    }
                    stuck.add(member);
                }
            }
        }
        if (isRunning) {
            return new Proposal.Wait();
        }
        return stuck.isEmpty() ? done() : again();
    }

    /** All members are stuck at one generation, as a single good one of it would have let them go on. */
    private Proposal again() {
        int generation = IntStream.range(0, plan.size().generations())
                .filter(number -> ranked(number).isEmpty())
                .findFirst()
                .orElseThrow();
        return due(generation, 1).orElseGet(() -> exhausted(generation));
    }

    /** Once one has set out again, all do, before any goes on from there. */
    private Optional<Place> placeOnceMore() {
        for (int generation = 0; generation < plan.size().generations(); generation++) {
            int number = generation;
            List<Place> missing = members()
                    .filter(member -> segments.at(member, number, 1).isEmpty())
                    .mapToObj(member -> new Place(member, number, 1))
                    .toList();
            if (missing.size() < plan.size().members() && !missing.isEmpty()) {
                return Optional.of(missing.get(0));
            }
        }
        return Optional.empty();
    }

    private Optional<Entry> latest(int member, int generation) {
        return segments.at(member, generation, 1).or(() -> segments.at(member, generation, 0));
    }

    private boolean isAnyGood(int generation, int round) {
        return members().anyMatch(member -> segments.at(member, generation, round)
                .filter(Entry::isGood)
                .isPresent());
    }

    private IntStream members() {
        return IntStream.range(0, plan.size().members());
    }

    /** Returns what has ended well of a generation, the best first. */
    private List<Entry> ranked(int generation) {
        List<Entry> entries = new ArrayList<>();
        members().forEach(member -> latest(member, generation).ifPresent(entries::add));
        return Segments.ranked(entries, direction());
    }

    private Direction direction() {
        return ask.facts().direction();
    }

    private Proposal begin(Place place) {
        if (place.generation() == 0) {
            return start(place);
        }
        List<Entry> ranked = ranked(place.generation() - 1);
        if (place.round() > 0) {
            return retreat(place, ranked.get(place.member() % ranked.size()));
        }
        Entry own = latest(place.member(), place.generation() - 1).orElseThrow();
        Contest contest = contest(own, ranked);
        return contest.isLost() ? copy(place, own, contest) : stay(place, own, contest);
    }

    /**
     * A member and those that it is compared with.
     *
     * @param own the member, when it was as far as the others; or as it has failed
     * @param ranked the good ones, the best first
     */
    private record Contest(Entry own, List<Entry> ranked) {

        /** The worst quarter, at least one if there are two or more; and who has failed. */
        boolean isLost() {
            int losers = Math.max(1, ranked.size() / PARTS);
            int place = ranked.indexOf(own);
            return place < 0 || (ranked.size() > 1 && place >= ranked.size() - losers);
        }

        Entry winner(RandomGenerator random) {
            return ranked.get(random.nextInt(Math.max(1, ranked.size() / PARTS)));
        }

        String place() {
            return "was " + (ranked.indexOf(own) + 1) + " of " + ranked.size();
        }
    }

    /**
     * One that is ahead of the others is compared as it was in the last generation to which half of them have come: beside the few that are as far it would always
     * be among the best. As long as there is no such generation, it is compared with nobody.
     */
    private Contest contest(Entry own, List<Entry> ranked) {
        int last = own.segment().generation();
        if (!own.isGood()) {
            return new Contest(own, ranked);
        }
        int generation = last;
        while (generation >= 0 && !isReachedByMany(generation)) {
            generation--;
        }
        Contest alone = new Contest(own, List.of(own));
        List<Entry> others = generation == last ? ranked : ranked(generation);
        return asOf(generation, own).map(then -> new Contest(then, others)).orElse(alone);
    }

    private Optional<Entry> asOf(int generation, Entry own) {
        return segments.lineage(own).stream()
                .filter(entry -> entry.segment().generation() == generation)
                .findFirst();
    }

    private boolean isReachedByMany(int generation) {
        long ended = members()
                .filter(member ->
                        latest(member, generation).filter(Entry::isOver).isPresent())
                .count();
        return ended >= Math.max(2, (plan.size().members() + 1) / 2);
    }

    private Proposal start(Place place) {
        String why = place.round() == 0 ? "begins" : "all have failed at once: begins with another configuration";
        List<Starts.Taught> taught = segments.all().stream()
                .filter(entry -> entry.segment().kind() == Kind.START)
                .map(entry -> new Starts.Taught(entry.trial(), entry.trial()))
                .toList();
        return starts.next(ask, new Segment(place, Kind.START, 0, plan.size().segment(), why), taught);
    }

    private Proposal copy(Place place, Entry own, Contest contest) {
        Entry winner = newest(contest.winner(ask.random()), place.generation());
        Chooser chooser = new Chooser(ask, plan, segments);
        Configuration before = winner.trial().configuration();
        boolean isExplored = segments.rejections(place) < TRIES;
        Configuration after = isExplored ? chooser.explored(winner) : before;
        String change = isExplored ? chooser.differences(before, after) : "unchanged";
        String why = own.isGood() ? contest.place() : "failed as trial " + own.number();
        return fork(winner, after, place, Kind.COPY, why + ": copies trial " + winner.number() + ", " + change);
    }

    /** Returns what has become of a member since, as far as that comes before a generation. */
    private Entry newest(Entry member, int before) {
        Entry newest = member;
        Optional<Entry> next = Optional.of(member);
        while (next.isPresent()) {
            newest = next.get();
            Entry last = newest;
            int generation = last.segment().generation() + 1;
            next = generation < before
                    ? latest(last.segment().member(), generation)
                            .filter(entry ->
                                    entry.isGood() && segments.before(entry).equals(Optional.of(last)))
                    : Optional.empty();
        }
        return newest;
    }

    private Proposal stay(Place place, Entry own, Contest contest) {
        return fork(own, own.trial().configuration(), place, Kind.STAY, contest.place() + ": goes on unchanged");
    }

    /** Every other one is left as it was: the least that can be changed. */
    private Proposal retreat(Place place, Entry from) {
        Chooser chooser = new Chooser(ask, plan, segments);
        Configuration before = from.trial().configuration();
        boolean isLeft = place.member() % 2 == 0 || segments.rejections(place) >= TRIES;
        Configuration after = isLeft ? before : chooser.retreated(from);
        return fork(
                from,
                after,
                place,
                Kind.RETREAT,
                "all failed: sets out from trial " + from.number() + " once more, "
                        + chooser.difference(before, after));
    }

    private Proposal fork(Entry from, Configuration configuration, Place place, Kind kind, String why) {
        // A copy of one that is behind trains up to where its own member would have.
        int generations = place.generation() - from.segment().generation();
        Segment segment = new Segment(
                place,
                kind,
                from.reached(),
                from.segment().to() + generations * plan.size().segment(),
                why);
        return new Proposal.Fork(from.number(), configuration, OptionalInt.empty(), segment.notes(Map.of()));
    }
}
