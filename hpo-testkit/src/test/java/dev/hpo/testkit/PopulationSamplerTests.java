// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.numeric.Purpose;
import dev.hpo.numeric.SplitMix;
import dev.hpo.population.Pace;
import dev.hpo.population.PopulationPlan;
import dev.hpo.population.PopulationSampler;
import dev.hpo.population.Segments.Entry;
import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What of the {@link SamplerContract} a population can hold to: it repeats configurations, as a trial is a part of a training, and its study ends by itself. */
@Timeout(300)
class PopulationSamplerTests {

    static Stream<Arguments> populations() {
        return Stream.of(TestSpace.values())
                .filter(space -> !space.space().parameters().isEmpty())
                .flatMap(space ->
                        Stream.of("synchronous", "asynchronous", "panda").map(kind -> Arguments.of(space, kind)));
    }

    /** Some segments fail. A sampler of its own for each trial proposes what the long-lived one has. */
    @ParameterizedTest
    @MethodSource("populations")
    void anySpaceIsBorne_andEachProposalIsAFunctionOfTheHistory(TestSpace space, String kind) throws Exception {
        PopulationPlan plan = plan(space, kind);
        for (Direction direction : Direction.values()) {
            StudySpec spec = StudySpec.of("members", "value", direction)
                    .withSampler(new PopulationSampler(plan))
                    .withPruner(new NopPruner())
                    .withTrials(Integer.MAX_VALUE)
                    .withSeed(5);
            try (Study<Configuration> study = Study.open(space.space(), spec)) {
                History history = study.optimize((configuration, trial) -> {
                            double value =
                                    SplitMix.of(trial.seed(), trial.number()).nextDouble();
                            trial.report(plan.end(trial.record()), value < 0.1 ? Double.NaN : value);
                        })
                        .history();

                assertThat(study.endReason()).isPresent();
                assertThat(plan.segments(history).all().stream().filter(Entry::isGood))
                        .isNotEmpty();
                for (TrialRecord trial : history.trials()) {
                    space.space().check(trial.configuration());
                    assertThat(notes(proposal(space, plan, study, trial)))
                            .isEqualTo(trial.start().origin().notes());
                    assertThat(configuration(proposal(space, plan, study, trial)))
                            .isEqualTo(trial.configuration());
                }
            }
        }
    }

    private static Proposal proposal(TestSpace space, PopulationPlan plan, Study<Configuration> study, TrialRecord of) {
        History before = History.of(study.history().trials().subList(0, of.number()));
        return new PopulationSampler(plan)
                .propose(new Ask(
                        space.space(),
                        before,
                        study.facts(),
                        of.number(),
                        Purpose.PROPOSAL.generator(study.seed(), of.number())));
    }

    private static Object notes(Proposal proposal) {
        return proposal instanceof Proposal.Fork fork
                ? fork.notes()
                : proposal instanceof Proposal.Try attempt ? attempt.notes() : proposal;
    }

    private static Object configuration(Proposal proposal) {
        return proposal instanceof Proposal.Fork fork
                ? fork.configuration()
                : proposal instanceof Proposal.Try attempt ? attempt.configuration() : proposal;
    }

    private static PopulationPlan plan(TestSpace space, String kind) {
        Set<String> names =
                space.space().parameters().stream().map(Parameter::name).collect(Collectors.toSet());
        return kind.equals("panda")
                ? PopulationPlan.of(1, 4, 1, names)
                : PopulationPlan.of(6, 4, 1, names)
                        .withPace(kind.equals("asynchronous") ? Pace.ASYNCHRONOUS : Pace.SYNCHRONOUS);
    }
}
