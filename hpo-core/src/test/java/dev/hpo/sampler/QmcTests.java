// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class QmcTests {

    private static final StudyFacts FACTS = Spaces.facts(200, 11);

    private final QmcSampler sampler = new QmcSampler();

    @Test
    void everySliceOfEveryScaleGetsOneOf64Points_whateverWasQueuedInBetween() {
        Space<?> space = Spaces.fiveReals();
        Configuration corner = space.choose(parameter -> parameter.domain().fromUnit(0));
        History history = queued(History.empty(), corner);
        int made = 0;
        while (made < 64) {
            if (made == 20 || made == 33) {
                history = queued(history, corner);
            }
            history = Spaces.complete(history, next(space, history), made);
            made++;
        }
        for (Parameter<?> parameter : space.parameters()) {
            BitSet slices = new BitSet();
            history.trials().stream()
                    .filter(trial -> trial.start().origin().source() == Origin.Source.SAMPLER)
                    .map(trial ->
                            parameter.domain().toUnit(trial.configuration().raw(parameter)))
                    .forEach(unit -> slices.set((int) (unit * 64)));
            assertThat(slices.cardinality()).isEqualTo(64);
        }
    }

    @Test
    void rejectedConfigurationsTakeTheirPlaceAndAreNotRepeated() {
        Space<?> space = Spaces.fiveReals();
        Proposal.Try first = next(space, History.empty());
        Proposal.Try second = next(space, failed(History.empty(), first, Failure.Kind.REJECTED));
        assertThat(second.configuration()).isNotEqualTo(first.configuration());
        assertThat(second).isEqualTo(next(space, Spaces.complete(History.empty(), first, 1)));
    }

    /** The branch is chosen by one axis; the other axes go on counting whether they are used or not. */
    @Test
    void everyBranchIsFilledEvenly() {
        Parameter<String> kind = Spaces.choice(Scope.root().child("kind"), 2);
        Parameter<Double> inner = Parameter.ofDouble(
                Scope.root().child("inner").when(new Condition.Equal(kind, "v1")), RealDomain.of(Scale.LINEAR, 0, 1));
        Space<?> space = Spaces.of(kind, inner);
        History history = History.empty();
        for (int trial = 0; trial < 64; trial++) {
            history = Spaces.complete(history, next(space, history), trial);
        }
        List<Double> values = history.trials().stream()
                .map(TrialRecord::configuration)
                .filter(point -> point.contains(inner))
                .map(point -> point.get(inner))
                .toList();
        assertThat(values).hasSize(32);
        BitSet slices = new BitSet();
        values.forEach(value -> slices.set((int) (value * 16)));
        assertThat(slices.cardinality()).isGreaterThanOrEqualTo(14);
    }

    @Test
    void startOfAModelIsTheMiddleOfRangesAndThenTheSequence() {
        Parameter<Double> range = Parameter.ofDouble(Scope.root().child("range"), RealDomain.of(Scale.LOG, 1e-4, 1));
        Parameter<Integer> many = Parameter.ofInt(Scope.root().child("many"), IntegerDomain.of(Scale.LINEAR, 0, 100));
        Parameter<Integer> few = Parameter.ofInt(Scope.root().child("few"), IntegerDomain.of(Scale.LINEAR, 0, 8));
        Parameter<String> kind = Spaces.choice(Scope.root().child("kind"), 40);
        Space<?> space = Spaces.of(range, many, few, kind);
        QmcSampler centred = QmcSampler.fromTheCentre();
        Proposal.Try of = next(space, History.empty());
        Proposal.Try first = begin(centred, space);
        assertThat(first.configuration().get(range)).isCloseTo(1e-2, within(1e-12));
        assertThat(first.configuration().get(many)).isEqualTo(50);
        assertThat(first.configuration().get(few)).isEqualTo(of.configuration().get(few));
        assertThat(first.configuration().get(kind)).isEqualTo(of.configuration().get(kind));

        History history = Spaces.complete(History.empty(), first, 1);
        assertThat(centred.propose(Spaces.ask(space, history, FACTS))).isEqualTo(next(space, history));
    }

    @Test
    void middleIsTriedOnceMoreAfterAnInterruptionAndNotAfterAFailure() {
        Space<?> space = Spaces.fiveReals();
        QmcSampler centred = QmcSampler.fromTheCentre();
        Proposal.Try first = begin(centred, space);
        History once = failed(History.empty(), first, Failure.Kind.INTERRUPTED);
        assertThat(centred.propose(Spaces.ask(space, once, FACTS))).isEqualTo(first);
        History twice = failed(once, first, Failure.Kind.INTERRUPTED);
        assertThat(centred.propose(Spaces.ask(space, twice, FACTS))).isEqualTo(next(space, twice));
        History failed = failed(History.empty(), first, Failure.Kind.EXCEPTION);
        assertThat(centred.propose(Spaces.ask(space, failed, FACTS))).isEqualTo(next(space, failed));
        History running = History.empty().with(Spaces.running(0, first));
        assertThat(centred.propose(Spaces.ask(space, running, FACTS))).isEqualTo(next(space, running));
    }

    @Test
    void middleThatWasInterruptedAmongOthersIsTriedAgain_andTheSequenceGoesOnAfterThem() {
        Space<?> space = Spaces.fiveReals();
        QmcSampler centred = QmcSampler.fromTheCentre();
        Proposal.Try middle = begin(centred, space);
        History history = failed(History.empty(), middle, Failure.Kind.INTERRUPTED);
        Proposal.Try second = next(space, history);
        history = Spaces.complete(history, second, 1);
        Proposal.Try third = next(space, history);

        Proposal.Try again = (Proposal.Try) centred.propose(Spaces.ask(space, history, FACTS));
        assertThat(again.configuration()).isEqualTo(middle.configuration());
        history = Spaces.complete(history, again, 1);
        assertThat(centred.propose(Spaces.ask(space, history, FACTS))).isEqualTo(third);
    }

    @Test
    void middleIsTriedAfterConfigurationsOfEarlierStudies_unlessItIsOneOfThem() {
        Space<?> space = Spaces.fiveReals();
        QmcSampler centred = QmcSampler.fromTheCentre();
        Proposal.Try first = begin(centred, space);
        Configuration corner = space.choose(parameter -> parameter.domain().fromUnit(0));
        History other = Spaces.complete(History.empty(), HeadStart.proposal(corner), 1);
        assertThat(centred.propose(Spaces.ask(space, other, FACTS))).isEqualTo(first);
        History same = Spaces.complete(History.empty(), HeadStart.proposal(first.configuration()), 1);
        assertThat(centred.propose(Spaces.ask(space, same, FACTS))).isEqualTo(next(space, same));
    }

    @Test
    void middleIsNotTriedAfterAStartConfiguration() {
        Space<?> space = Spaces.fiveReals();
        History history = queued(
                History.empty(), space.choose(parameter -> parameter.domain().fromUnit(0)));
        assertThat(QmcSampler.fromTheCentre().propose(Spaces.ask(space, history, FACTS)))
                .isEqualTo(next(space, history));
    }

    @Test
    void seedsGiveOtherPoints() {
        Space<?> space = Spaces.fiveReals();
        Proposal other = sampler.propose(Spaces.ask(space, History.empty(), Spaces.facts(200, 12)));
        assertThat(other).isNotEqualTo(next(space, History.empty()));
    }

    private static Proposal.Try begin(QmcSampler sampler, Space<?> space) {
        return (Proposal.Try) sampler.propose(Spaces.ask(space, History.empty(), FACTS));
    }

    private Proposal.Try next(Space<?> space, History history) {
        return (Proposal.Try) sampler.propose(Spaces.ask(space, history, FACTS));
    }

    private static History failed(History history, Proposal.Try proposal, Failure.Kind kind) {
        return history.with(Spaces.running(history.size(), proposal)
                .finished(new Outcome.Failed(Failure.of(kind, "no result")), Instant.EPOCH));
    }

    private static History queued(History history, Configuration configuration) {
        return history.with(TrialRecord.running(
                new TrialStart(history.size(), configuration, 0, Origin.of(Origin.Source.QUEUED), Instant.EPOCH)));
    }
}
