// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.GpSampler;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GpSamplerTests extends SamplerContract {

    private static final BenchmarkFunction HARTMANN = BenchmarkFunction.hartmann6();

    @Override
    protected Sampler sampler() {
        return new GpSampler();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void smoothFunctionIsNearlySolvedWhereRandomSearchIsNot(long seed) {
        assertThat(best(sampler(), seed)).isLessThan(HARTMANN.minimum() + 0.3);
        assertThat(best(new RandomSampler(), seed)).isGreaterThan(HARTMANN.minimum() + 0.5);
    }

    @Test
    void whereTrialsFailItHardlyGoesAgain() throws InterruptedException {
        BenchmarkFunction branin = BenchmarkFunction.branin();
        StudySpec spec = spec(branin, sampler(), 5, 40);
        try (Study<Configuration> study = Study.open(branin.space(), spec)) {
            study.optimize((config, trial) -> {
                // The lower of the function's three minima are left of 6.
                if (config.asMap().get("x0") instanceof Double right && right > 6) {
                    trial.infeasible("too far right");
                }
                trial.report(branin.value(config));
            });
            List<TrialRecord> late = study.history().trials().subList(20, 40);
            assertThat(late)
                    .filteredOn(trial -> trial.state() == TrialState.FAILED)
                    .hasSizeLessThan(5);
            assertThat(study.best().orElseThrow().value().orElseThrow()).isLessThan(branin.minimum() + 0.1);
        }
    }

    private static double best(Sampler sampler, long seed) {
        StudySpec spec = spec(HARTMANN, sampler, seed, 50);
        try (Study<Configuration> study = Study.open(HARTMANN.space(), spec)) {
            study.optimize((config, trial) -> trial.report(HARTMANN.value(config)));
            return study.best().orElseThrow().value().orElseThrow();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static StudySpec spec(BenchmarkFunction function, Sampler sampler, long seed, int trials) {
        return StudySpec.minimize(function.name(), "value")
                .withTrials(trials)
                .withSampler(sampler)
                .withPruner(new NopPruner())
                .withSeed(seed);
    }
}
