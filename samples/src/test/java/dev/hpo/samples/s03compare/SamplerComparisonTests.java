// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s03compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.CoarseToFineSampler;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.study.Study;
import dev.hpo.study.StudyResult;
import dev.hpo.study.StudySpec;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Why random search beats a grid where one hyperparameter matters more than the others: in 27 trials the grid tries 3 values of
 * it, random search 27. Source: Bergstra and Bengio, "Random Search for Hyper-Parameter Optimization", JMLR 13, 2012.
 *
 * <p>None of the grid's three learning rates (0.0001, 0.01 and 1) is near the best, which is about 0.1. A grid that happens to
 * have a value there may win.
 */
class SamplerComparisonTests {
    private static final QuickTraining TRAINING = new QuickTraining();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomAndCoarseToFine_tryMoreLearningRatesThanTheGridAndFindABetterOne(long seed) throws InterruptedException {
        StudyResult<QuickConfig> grid = search(new ThreeLevelGrid(), seed);
        StudyResult<QuickConfig> random = search(new RandomSampler(), seed);
        StudyResult<QuickConfig> coarseToFine = search(new CoarseToFineSampler(), seed);

        assertThat(learningRates(grid)).hasSize(3);
        assertThat(learningRates(random)).hasSize(27);
        assertThat(best(random)).isLessThan(best(grid));
        assertThat(best(coarseToFine)).isLessThan(best(grid));
    }

    private static StudyResult<QuickConfig> search(Sampler sampler, long seed) throws InterruptedException {
        StudySpec spec = StudySpec.minimize("comparison", "validation loss")
                .withTrials(27)
                .withSampler(sampler)
                .withSeed(seed);
        try (Study<QuickConfig> study = Study.open(QuickConfigSpace.SPACE, spec)) {
            return study.optimize((config, trial) -> trial.report(TRAINING.loss(config, trial.seed())));
        }
    }

    private static Set<Double> learningRates(StudyResult<QuickConfig> result) {
        return result.history().trials().stream()
                .map(trial -> trial.configuration().get(QuickConfigSpace.SPACE.learningRate))
                .collect(Collectors.toSet());
    }

    private static double best(StudyResult<QuickConfig> result) {
        return result.best().orElseThrow().value();
    }
}
