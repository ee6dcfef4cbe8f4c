// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.fixture.Streams;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Studies with neighbouring seeds have nothing in common. */
class IndependentStudiesTests {

    @Test
    void noTwoTrialsShareWhatTheirSamplerDrawsOrTheirSeed() throws Exception {
        Streams streams = new Streams();
        for (int seed = 0; seed < 100; seed++) {
            History history = run(plane(1), new FirstDraw(streams), seed, 1000);
            history.trials().forEach(trial -> streams.addSeed(trial.start().seed()));
        }
        assertThat(streams.leastDistance()).isGreaterThan(10_000);
    }

    /** Ten studies of 30 trials with two parameters: 600 values, of which none stands twice. */
    @Test
    void noValueIsDrawnTwice() throws Exception {
        Set<Object> values = new HashSet<>();
        for (int seed = 0; seed < 10; seed++) {
            run(plane(2), new RandomSampler(), seed, 30)
                    .trials()
                    .forEach(
                            trial -> values.addAll(trial.configuration().asMap().values()));
        }
        assertThat(values).hasSize(600);
    }

    @Test
    void noTwoStudiesFindTheSameBest() throws Exception {
        Set<Configuration> best = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            best.add(run(plane(7), new RandomSampler(), seed, 25)
                    .best(StudySpec.minimize("a", "b").direction())
                    .orElseThrow()
                    .configuration());
        }
        assertThat(best).hasSize(100);
    }

    /** Without a seed of the user's there is one of the name and the run, in which neither is a part of the other. */
    @Test
    void noTwoRunsShareTheirSeed() throws Exception {
        Set<Long> seeds = new HashSet<>();
        for (char name = 'A'; name <= 'Z'; name++) {
            StudySpec spec = StudySpec.minimize(String.valueOf(name), "value");
            for (int run = 1; run <= 'Z'; run++) {
                try (Study<Configuration> study = Study.open(plane(1), spec)) {
                    assertThat(seeds.add(study.seed()))
                            .as("run %d of %s", run, name)
                            .isTrue();
                }
            }
        }
    }

    private static History run(Space<Configuration> space, Sampler sampler, long seed, int trials) throws Exception {
        StudySpec spec = StudySpec.minimize("plane", "sum")
                .withSampler(sampler)
                .withSeed(seed)
                .withTrials(trials);
        try (Study<Configuration> study = Study.open(space, spec)) {
            return study.optimize((point, trial) -> trial.report(point.asMap().values().stream()
                            .mapToDouble(value -> (double) value)
                            .sum()))
                    .history();
        }
    }

    private static Space<Configuration> plane(int dimensions) {
        List<Parameter<Double>> axes = IntStream.range(0, dimensions)
                .mapToObj(axis -> Parameter.ofDouble(Scope.root().child("x" + axis), RealDomain.of(Scale.LINEAR, 0, 1)))
                .toList();
        return new PlainSpace(List.copyOf(axes));
    }

    /** A sampler that notes where the stream begins which it is handed. */
    private record FirstDraw(Streams streams) implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            long first = ask.random().nextLong();
            streams.addDrawn(first);
            double unit = (first >>> 11) * 0x1p-53;
            return Proposal.Try.of(
                    ask.space().choose(parameter -> parameter.domain().fromUnit(unit)));
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "the first number";
        }
    }
}
