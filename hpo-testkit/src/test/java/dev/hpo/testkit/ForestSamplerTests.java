// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.ForestSampler;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForestSamplerTests extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return new ForestSampler();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void functionsAreMinimisedFarBetterThanAtRandomWithTrialsRunning(int concurrent) {
        List<BenchmarkFunction> functions = List.of(BenchmarkFunction.sphere(4), BenchmarkFunction.hartmann6());
        for (BenchmarkFunction function : Sizes.LONG ? functions : functions.subList(0, 1)) {
            Contest contest = new Contest(function, Sizes.LONG ? 80 : 50, concurrent);
            double predicted = contest.medianRegret(ForestSampler::new);
            assertThat(predicted).as(function.toString()).isLessThan(contest.medianRegret(RandomSampler::new) / 2);
        }
    }

    @Test
    void trialsInASpaceOfAllKindsOfParametersAreFarBetterThanRandomOnes() {
        assertThat(median(TestSpace.MIXED, new ForestSampler(), 30, ForestSamplerTests::meanLoss))
                .isLessThan(0.8 * median(TestSpace.MIXED, new RandomSampler(), 30, ForestSamplerTests::meanLoss));
    }

    @ParameterizedTest
    @EnumSource(
            value = TestSpace.class,
            names = {"CATEGORICAL", "WHOLE", "LIST"})
    void bestOfAFiniteSpaceIsFoundEarlierThanAtRandom(TestSpace space) {
        int points = space.points().orElseThrow();
        assertThat(median(space, new ForestSampler(), points, ForestSamplerTests::trialsUntilBest))
                .isLessThan(0.8 * median(space, new RandomSampler(), points, ForestSamplerTests::trialsUntilBest));
    }

    /** Returns what a figure is in the middle one of nine runs. */
    private static double median(TestSpace space, Sampler sampler, int trials, ToDoubleFunction<History> figure) {
        double[] figures = IntStream.range(0, 9)
                .mapToObj(seed -> new StudyFacts("study", Direction.MINIMIZE, seed, trials, 1))
                .map(facts -> new Rehearsal(space.space(), facts).run(sampler, trials, Result.QUALITY))
                .mapToDouble(figure)
                .toArray();
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }

    private static double meanLoss(History history) {
        return history.trials().stream()
                .skip(10)
                .mapToDouble(trial -> trial.value().orElseThrow())
                .average()
                .orElseThrow();
    }

    private static double trialsUntilBest(History history) {
        return history.best(Direction.MINIMIZE).orElseThrow().number() + 1;
    }
}
