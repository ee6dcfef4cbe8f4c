// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.population.Childhood.Decision;
import dev.hpo.population.Segment.Kind;
import dev.hpo.population.Segment.Place;
import dev.hpo.population.Segments.Entry;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Raises one child after the other, each segment beside a control.
 *
 * @param starts where children begin
 */
record Panda(Ask ask, PopulationPlan plan, Segments segments, Starts starts) {

    /** How often a nudge is rejected by the configuration's type before the segment is trained unchanged instead. */
    private static final int TRIES = 10;

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

    /** All children together have as many segments as they would have without a step back; one that is given up leaves some for the next. */
    private long left() {
        return plan.panda().children() * whole()
                - segments.all().stream()
                        .filter(entry -> !entry.trial().isRejected())
                        .count();
    }

    private long whole() {
        return 2L * plan.size().generations() - 1;
    }

    private Proposal begin(int child, List<Childhood> before) {
        if (left() < whole()) {
            long good = before.stream().filter(one -> one.last().isPresent()).count();
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
        return new Starts.Taught(begun, child.last().map(Entry::trial).orElse(begun));
    }

    private Proposal goOn(Childhood child) {
        if (child.base().isEmpty()) {
            return new Proposal.Wait();
        }
        Place place = child.place();
        Optional<Entry> control = segments.at(place.member(), place.generation(), place.round());
        if (control.isEmpty()) {
            return left() < 2
                    ? new Proposal.Exhausted("the segments of all children are spent")
                    : control(child, place);
        }
        return segments.nudge(place).isPresent() ? new Proposal.Wait() : nudge(child, place, control.get());
    }

    private Proposal control(Childhood child, Place place) {
        Entry base = child.base().orElseThrow();
        String why = child.decisions().isEmpty() ? "goes on unchanged" : text(child.decisions()) + ": goes on";
        // If there is a nudge already, the control was interrupted beside it.
        OptionalInt seedOf =
                segments.nudge(place).stream().mapToInt(Entry::number).findFirst();
        return fork(base, base.trial().configuration(), seedOf, segment(base, place, Kind.CONTROL, why));
    }

    private static String text(List<Decision> decisions) {
        Decision last = decisions.get(decisions.size() - 1);
        return "trial " + last.pair().nudge().number() + " " + last.verdict().text() + ", as " + last.why();
    }

    private Proposal nudge(Childhood child, Place place, Entry control) {
        Entry base = child.base().orElseThrow();
        Configuration before = base.trial().configuration();
        Chooser chooser = new Chooser(ask, plan, segments);
        Optional<Nudge> wanted = wanted();
        Map<String, Object> change = wanted.isPresent()
                ? wanted(wanted.get(), chooser.adjustable(before), before)
                : chosen(child, chooser.adjustable(before), before);
        Configuration after =
                segments.rejections(place, true) < TRIES ? Steps.changed(ask.space(), before, change) : before;
        String why = chooser.difference(before, after) + " beside trial " + control.number()
                + wanted.map(nudge -> ", as was wanted: " + nudge).orElse("");
        return fork(base, after, OptionalInt.of(control.number()), segment(base, place, Kind.NUDGE, why));
    }

    /** Returns what a human wants to be tried now. */
    private Optional<Nudge> wanted() {
        return plan.panda()
                .nudge()
                .filter(nudge -> ask.number() >= nudge.from()
                        && segments.all().stream()
                                .noneMatch(entry -> entry.segment().kind() == Kind.NUDGE
                                        && entry.number() >= nudge.from()
                                        && !entry.trial().isRejected()));
    }

    private static Map<String, Object> wanted(Nudge nudge, List<Parameter<?>> parameters, Configuration before) {
        Parameter<?> parameter = parameters.stream()
                .filter(one -> one.name().equals(nudge.parameter()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nudge (" + nudge
                        + ") must be of a parameter that exists in " + before + "; take another one"));
        return Map.of(parameter.name(), nudge.applied(parameter, before.raw(parameter)));
    }

    private Map<String, Object> chosen(Childhood child, List<Parameter<?>> parameters, Configuration before) {
        Turns turns = Turns.after(child.decisions(), parameters, plan.panda().factor());
        Parameter<?> parameter = turns.parameter();
        Object raw = before.raw(parameter);
        if (!Steps.hasOrder(parameter)) {
            return Map.of(parameter.name(), another(parameter, raw));
        }
        Object moved = Steps.times(parameter, raw, turns.factor());
        return Map.of(parameter.name(), moved.equals(raw) ? Steps.times(parameter, raw, 1 / turns.factor()) : moved);
    }

    private Object another(Parameter<?> parameter, Object raw) {
        List<String> others = new ArrayList<>(((ChoiceDomain) parameter.domain()).choices());
        others.remove(raw);
        return others.isEmpty() ? raw : others.get(ask.random().nextInt(others.size()));
    }

    private Segment segment(Entry base, Place place, Kind kind, String why) {
        return new Segment(
                place, kind, base.reached(), base.segment().to() + plan.size().segment(), why);
    }

    private static Proposal fork(Entry base, Configuration configuration, OptionalInt seedOf, Segment segment) {
        return new Proposal.Fork(base.number(), configuration, seedOf, segment.notes(Map.of()));
    }
}
