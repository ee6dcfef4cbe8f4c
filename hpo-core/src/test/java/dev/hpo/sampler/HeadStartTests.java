// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.trial.Direction;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadStartTests {

    private static final Space<?> SPACE = Spaces.fiveReals();
    private static final Outcome STOPPED = new Outcome.Failed(Failure.of(Failure.Kind.INTERRUPTED, "stopped"));

    @ParameterizedTest
    @ValueSource(strings = {"auto", "gp", "tpe", "cma-es", "forest"})
    void bestEarlierConfigurationIsTriedFirst(String sampler) {
        List<EarlierStudy.Result> results = results(trial -> Math.abs(trial - 13));

        Proposal proposal = Samplers.named(sampler).propose(Spaces.ask(SPACE, History.empty(), facts(results)));

        assertThat(proposal).isEqualTo(HeadStart.proposal(results.get(13).configuration()));
    }

    @Test
    void earlierStudyThatIsNoGood_isNoStart() {
        Parameter<?> first = SPACE.parameters().get(0);
        ToDoubleFunction<Configuration> loss = configuration -> first.domain().toUnit(configuration.raw(first));
        List<EarlierStudy.Result> upsideDown = results(trial -> trial).stream()
                .map(result ->
                        new EarlierStudy.Result(result.configuration(), -loss.applyAsDouble(result.configuration())))
                .toList();

        assertThat(starts(facts(upsideDown), loss)).isEqualTo(GpSampler.START);
        assertThat(starts(facts(upsideDown), loss, 1)).as("one is interrupted").isEqualTo(GpSampler.START);
        List<EarlierStudy.Result> good = upsideDown.stream()
                .map(result -> new EarlierStudy.Result(result.configuration(), -result.value()))
                .toList();
        assertThat(starts(facts(good), loss)).isEqualTo(GpSampler.START - 3);
    }

    @Test
    void fewEarlierResultsAreNotRefutedByBeingTried() {
        assertThat(starts(facts(results(trial -> trial).subList(0, 3)), configuration -> 1))
                .isEqualTo(GpSampler.START - 3);
    }

    @Test
    void middleThatAnEarlierStudyFound_isTriedOnce() {
        Configuration middle = SPACE.choose(parameter -> parameter.domain().fromUnit(0.5));
        StudyFacts facts = facts(List.of(new EarlierStudy.Result(middle, 1)));
        History history = History.empty();
        while (history.size() < 4) {
            Proposal.Try proposal = (Proposal.Try) new AutoSampler().propose(Spaces.ask(SPACE, history, facts));
            history = Spaces.complete(history, proposal, history.size());
        }
        assertThat(history.trial(0).configuration()).isEqualTo(middle);
        assertThat(history.distinctConfigurations()).isEqualTo(4);
    }

    /** Returns how many of the first trials are points of the sequence. */
    private static long starts(StudyFacts facts, ToDoubleFunction<Configuration> loss) {
        return starts(facts, loss, -1);
    }

    /** The same, one trial being interrupted. */
    private static long starts(StudyFacts facts, ToDoubleFunction<Configuration> loss, int interrupted) {
        GpSampler sampler = new GpSampler();
        History history = History.empty();
        while (history.size() < 10) {
            Proposal.Try proposal = (Proposal.Try) sampler.propose(Spaces.ask(SPACE, history, facts));
            history = history.size() == interrupted
                    ? history.with(Spaces.running(interrupted, proposal).finished(STOPPED, Instant.EPOCH))
                    : Spaces.complete(history, proposal, loss.applyAsDouble(proposal.configuration()));
        }
        return history.trials().stream()
                .filter(trial -> trial.start().origin().notes().containsKey("sobol"))
                .count();
    }

    private static List<EarlierStudy.Result> results(IntToDoubleFunction value) {
        List<EarlierStudy.Result> results = new ArrayList<>();
        for (int trial = 0; trial < 20; trial++) {
            SplitMix random = SplitMix.of(trial);
            Configuration configuration =
                    SPACE.choose(parameter -> parameter.domain().fromUnit(random.nextDouble()));
            results.add(new EarlierStudy.Result(configuration, value.applyAsDouble(trial)));
        }
        return results;
    }

    private static StudyFacts facts(List<EarlierStudy.Result> results) {
        return Spaces.facts(50, 1).withEarlier(List.of(new EarlierStudy("earlier", Direction.MINIMIZE, results, 0)));
    }
}
