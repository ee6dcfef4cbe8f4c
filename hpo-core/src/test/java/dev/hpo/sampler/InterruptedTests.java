// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptedTests {

    private static final Parameter<Double> X = Parameter.ofDouble(
                    Scope.root().child("x"), RealDomain.of(Scale.LINEAR, 0, 1))
            .near(0.7, 0.1);
    private static final PlainSpace SPACE = new PlainSpace(List.of(X));
    private static final int COMPLETE = 12;
    private static final int INTERRUPTED = 30;
    private static final int LONGEST_START = 8;

    @ParameterizedTest
    @ValueSource(strings = {"tpe", "gp", "forest"})
    void interruptionsTeachNothingAndTakeNoWeightFromBeliefs(String name) {
        History history = History.empty();
        for (int trial = 0; trial < COMPLETE; trial++) {
            double x = (trial + 0.5) / COMPLETE;
            history = history.with(running(trial, x).finished(Outcome.Complete.of(Math.abs(x - 0.4)), Instant.EPOCH));
        }
        History longer = history;
        for (int trial = COMPLETE; trial < COMPLETE + INTERRUPTED; trial++) {
            double x = (trial - COMPLETE + 0.25) / INTERRUPTED;
            longer = longer.with(stopped(running(trial, x)));
        }
        for (int ask = 0; ask < 20; ask++) {
            assertThat(proposal(name, longer, ask)).isEqualTo(proposal(name, history, ask));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tpe", "gp", "forest", "cma-es", "auto"})
    void interruptedTrialsAreNoStart(String name) {
        History history = History.empty();
        for (int number = 0; number < LONGEST_START; number++) {
            TrialRecord trial = Spaces.running(number, next(name, history));
            history =
                    history.with(number == 0 ? trial.finished(Outcome.Complete.of(1), Instant.EPOCH) : stopped(trial));
        }
        assertThat(next(name, history).notes()).containsOnlyKeys("sobol");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forest", "cma-es"})
    void whileNothingHasEndedInAnyOtherWayTheStartGoesOn(String name) {
        History history = History.empty();
        for (int number = 0; number < LONGEST_START + 4; number++) {
            TrialRecord trial = Spaces.running(number, next(name, history));
            history = history.with(number < 4 ? stopped(trial) : trial);
        }
        assertThat(next(name, history).notes()).containsOnlyKeys("sobol");
    }

    @Test
    void evolutionThatHasBegunGoesOnWhateverIsInterrupted() {
        History history = History.empty();
        for (int number = 0; number < LONGEST_START + 4; number++) {
            TrialRecord trial = Spaces.running(number, next("cma-es", history));
            history = history.with(trial);
            if (number < 4) {
                history = history.with(trial.finished(Outcome.Complete.of(number), Instant.EPOCH));
            }
        }
        assertThat(next("cma-es", history).notes()).containsOnlyKeys("cma-es");
        for (int number = 4; number < LONGEST_START + 4; number++) {
            history = history.with(stopped(history.trial(number)));
        }
        assertThat(next("cma-es", history).notes()).containsOnlyKeys("cma-es");
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.Kind.class,
            names = {"INTERRUPTED", "REJECTED"})
    void trialsThatTeachNothingDoNotEndTheTurnsOfTheDefault(Failure.Kind kind) {
        History history = History.empty();
        for (int number = 0; number < AutoSampler.MODELLED + INTERRUPTED; number++) {
            TrialRecord trial = running(number, (number + 0.5) / 500);
            history = history.with(
                    number < INTERRUPTED + 1
                            ? trial.finished(new Outcome.Failed(Failure.of(kind, "no")), Instant.EPOCH)
                            : trial.finished(Outcome.Complete.of(number), Instant.EPOCH));
        }
        assertThat(next("auto", history).notes()).doesNotContainKey("cma-es");
        int last = history.size();
        History longer = history.with(running(last, 0.99).finished(Outcome.Complete.of(1), Instant.EPOCH));
        assertThat(next("auto", longer).notes()).containsOnlyKeys("cma-es");
    }

    private static TrialRecord stopped(TrialRecord trial) {
        return trial.finished(new Outcome.Failed(Failure.of(Failure.Kind.INTERRUPTED, "stopped")), Instant.EPOCH);
    }

    private static Proposal.Try next(String name, History history) {
        return (Proposal.Try) Samplers.named(name).propose(Spaces.ask(SPACE, history, Spaces.facts(100, 1)));
    }

    private static Configuration proposal(String name, History history, int ask) {
        Ask question = new Ask(SPACE, history, Spaces.facts(100, 1), COMPLETE, SplitMix.of(ask));
        return ((Proposal.Try) Samplers.named(name).propose(question)).configuration();
    }

    private static TrialRecord running(int number, double x) {
        Configuration configuration = Configuration.builder().set(X, x).build();
        return TrialRecord.running(
                new TrialStart(number, configuration, 0, Origin.of(Origin.Source.SAMPLER), Instant.EPOCH));
    }
}
