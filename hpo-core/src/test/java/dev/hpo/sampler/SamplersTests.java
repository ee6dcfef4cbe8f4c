// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SamplersTests {

    @Test
    void everyNameMakesItsSampler() {
        assertThat(Samplers.names().stream().map(Samplers::named).<Class<?>>map(Object::getClass))
                .containsExactly(
                        AutoSampler.class,
                        RandomSampler.class,
                        GridSampler.class,
                        QmcSampler.class,
                        CoarseToFineSampler.class,
                        TpeSampler.class,
                        GpSampler.class,
                        CmaEsSampler.class,
                        ForestSampler.class,
                        CurvesSampler.class);
    }

    @Test
    void misspeltNameIsAnsweredWithTheNearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samplers.named("Gird"))
                .withMessage(
                        "sampler (Gird) must be one of auto, random, grid, qmc, coarse-to-fine, tpe, gp, cma-es, forest, curves; did you mean grid?");
    }

    @Test
    void nameThatIsNearNoneIsAnsweredWithAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samplers.named("annealing"))
                .withMessage(
                        "sampler (annealing) must be one of auto, random, grid, qmc, coarse-to-fine, tpe, gp, cma-es, forest, curves");
    }

    @Test
    void autoSaysWhatItIs() {
        AutoSampler auto = new AutoSampler();
        assertThat(auto.describe(Spaces.fiveReals(), Spaces.facts(50, 1)))
                .isEqualTo("auto: GP and TPE, 5 dimensions, 50 trials");
        assertThat(auto.describe(Spaces.fiveReals(), Spaces.facts(5000, 1)))
                .isEqualTo("auto: GP and TPE, from 400 on CMA-ES, 5 dimensions, 5000 trials");
        assertThat(auto.describe(Spaces.list(1, 3, 2), Spaces.facts(Integer.MAX_VALUE, 1)))
                .isEqualTo("auto: GP and TPE, from 400 on TPE, 4 dimensions");
    }
}
