// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.population.Segments.Entry;
import dev.hpo.sampler.Ask;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be tried with a child on its next day: what a human wants, if that can be; else the parameter whose turn it is one way or the other, or the next one. What
 * the configuration's type rejects is none of it, and neither is what changes nothing.
 */
record Tries(Ask ask, PopulationPlan plan, Segments segments) {

    /** The note of a segment that tries what a human wanted. */
    private static final String WANTED = "population.wanted";

    /** The note of a segment beside which, or in place of which, what a human wanted was left out. */
    private static final String LEFT_OUT = "population.leftout";

    /**
     * A nudge.
     *
     * @param configuration with which the segment is to be trained
     * @param change what is changed, for people
     * @param wanted as what a human wanted it; empty if nobody did
     */
    record Attempt(Configuration configuration, String change, Optional<Nudge> wanted) {}

    /** Returns whether a human wanted what was tried. */
    static boolean isWanted(TrialRecord trial) {
        return trial.start().origin().notes().containsKey(WANTED);
    }

    /** Returns what is tried next; empty if there is nothing. */
    Optional<Attempt> next(Childhood child) {
        Configuration before = child.base().orElseThrow().trial().configuration();
        Chooser chooser = new Chooser(ask, plan, segments);
        List<Parameter<?>> adjustable = chooser.adjustable(before);
        Optional<Nudge> wanted = wanted();
        Optional<Configuration> heard = wanted.flatMap(nudge -> applied(nudge, adjustable, before));
        if (heard.isPresent()) {
            return heard.map(after -> new Attempt(after, chooser.difference(before, after), wanted));
        }
        Turns turns = Turns.after(child.decisions(), adjustable, plan.panda().factor());
        return turns.order().stream()
                .flatMap(parameter -> values(parameter, before.raw(parameter), turns.step(parameter)).stream()
                        .map(raw -> changed(before, parameter, raw)))
                .filter(after -> !after.equals(before) && isFeasible(after))
                .findFirst()
                .map(after -> new Attempt(after, chooser.difference(before, after), Optional.empty()));
    }

    /** Returns what is to be said of what a human wants: that this is it, or that it cannot be; nothing if nobody wants anything. */
    String answer(Optional<Attempt> attempt) {
        boolean isHeard = attempt.flatMap(Attempt::wanted).isPresent();
        return wanted().map(nudge -> isHeard
                        ? ", as was wanted: " + nudge
                        : "; " + nudge
                                + " was wanted and is left out, as it changes nothing here, or makes no configuration")
                .orElse("");
    }

    /** Returns the notes that keep the answer: whoever shares the run, or goes on with it, knows by them what is still to be heard. */
    Map<String, String> notes(Optional<Attempt> attempt) {
        boolean isHeard = attempt.flatMap(Attempt::wanted).isPresent();
        return wanted().map(nudge -> Map.of(isHeard ? WANTED : LEFT_OUT, nudge.toString()))
                .orElse(Map.of());
    }

    /**
     * Returns what a human wants to be tried now: not what was tried, or left out, since. A day that somebody else has nudged, who shares the run and was not told of the wish, is no
     * answer to it.
     */
    private Optional<Nudge> wanted() {
        return plan.panda()
                .nudge()
                .filter(nudge -> ask.number() >= nudge.from()
                        && segments.all().stream().noneMatch(entry -> isAnswer(entry, nudge)));
    }

    private static boolean isAnswer(Entry entry, Nudge nudge) {
        Map<String, String> notes = entry.trial().start().origin().notes();
        String wish = nudge.toString();
        return entry.number() >= nudge.from()
                && !entry.trial().isSilent()
                && !entry.trial().isRejected()
                && (wish.equals(notes.get(WANTED)) || wish.equals(notes.get(LEFT_OUT)));
    }

    private Optional<Configuration> applied(Nudge nudge, List<Parameter<?>> adjustable, Configuration before) {
        return adjustable.stream()
                .filter(parameter -> parameter.name().equals(nudge.parameter()))
                .findFirst()
                .map(parameter -> changed(before, parameter, nudge.applied(parameter, before.raw(parameter))))
                .filter(after -> !after.equals(before) && isFeasible(after));
    }

    /** Returns what a value may become: so far one way, or so far the other; or another one, if they have no order. */
    private List<Object> values(Parameter<?> parameter, Object raw, double step) {
        if (Steps.hasOrder(parameter)) {
            return List.of(
                    Steps.times(parameter, raw, StrictMath.exp(step)),
                    Steps.times(parameter, raw, StrictMath.exp(-step)));
        }
        List<Object> others = new ArrayList<>(((ChoiceDomain) parameter.domain()).choices());
        others.remove(raw);
        Collections.rotate(others, others.isEmpty() ? 0 : ask.random().nextInt(others.size()));
        return others;
    }

    private Configuration changed(Configuration before, Parameter<?> parameter, Object raw) {
        return Steps.changed(ask.space(), before, Map.of(parameter.name(), raw));
    }

    /** Returns whether a configuration's type takes it. */
    private boolean isFeasible(Configuration configuration) {
        try {
            Object unused = ask.space().decode(configuration);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
