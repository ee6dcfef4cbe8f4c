// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.numeric.Purpose;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.OptionalInt;

/** A study without its machinery: asks a sampler and keeps a history, in a thread of the test's own. */
final class Rehearsal {

    private final Space<Configuration> space;
    private final StudyFacts facts;
    private History history = History.empty();

    Rehearsal(Space<Configuration> space, StudyFacts facts) {
        this.space = space;
        this.facts = facts;
    }

    History history() {
        return history;
    }

    /** Returns the next ask, with randomness of its own: an ask can be put twice only when it is made twice. */
    Ask ask() {
        return ask(history);
    }

    /** Returns the ask that followed a history. */
    Ask ask(History past) {
        return new Ask(space, past, facts, past.size(), Purpose.PROPOSAL.generator(facts.seed(), past.size()));
    }

    /** Begins a trial with a configuration that the sampler chose. */
    TrialRecord begin(Proposal.Try proposal) {
        Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), proposal.notes());
        return begin(proposal.configuration(), origin);
    }

    /** Begins a trial with a configuration of any origin. */
    TrialRecord begin(Configuration configuration, Origin origin) {
        int number = history.size();
        TrialRecord trial = TrialRecord.running(
                new TrialStart(number, configuration, Purpose.TRIAL.seed(facts.seed(), number), origin, Instant.EPOCH));
        history = history.with(trial);
        return trial;
    }

    /** Ends a trial. */
    void end(TrialRecord trial, Result result) {
        history = history.with(result.end(trial, quality(trial.configuration())));
    }

    /** Tries up to a number of configurations, one after the other. */
    History run(Sampler sampler, int trials, Result result) {
        for (int trial = 0; trial < trials; trial++) {
            if (!(sampler.propose(ask()) instanceof Proposal.Try proposal)) {
                return history;
            }
            end(begin(proposal), result);
        }
        return history;
    }

    /** A value from 0, which is best, to 1: how far the parameters that exist are from a third of their ranges, on average. */
    private double quality(Configuration configuration) {
        double sum = 0;
        int count = 1;
        for (Parameter<?> parameter : space.parameters()) {
            if (configuration.contains(parameter)) {
                sum += Math.abs(parameter.domain().toUnit(configuration.raw(parameter)) - 1 / 3.0);
                count++;
            }
        }
        return sum / count;
    }
}
