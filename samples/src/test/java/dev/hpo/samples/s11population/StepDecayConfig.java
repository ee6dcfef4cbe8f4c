// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s11population;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.OneMinusLog;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.samples.s10panda.PaceConfig;

/**
 * A learning rate that is multiplied by a factor a few times, at equal distances.
 *
 * @param learningRate the first one
 * @param momentum the weight of earlier steps, in all epochs
 * @param factor what the learning rate is multiplied by
 * @param decays how often
 */
@SearchSpace
public record StepDecayConfig(
        @LogUniform(min = 1e-3, max = 1) double learningRate,
        @OneMinusLog(min = 0.5, max = 0.99) double momentum,
        @LogUniform(min = 0.05, max = 0.7) double factor,
        @Uniform(min = 1, max = 6) int decays) {

    /** Begins as the others do. */
    @Initial
    static StepDecayConfig start() {
        return new StepDecayConfig(0.01, 0.9, 0.5, 3);
    }

    PaceConfig at(int epoch, int epochs) {
        int done = (epoch - 1) * (decays + 1) / epochs;
        return new PaceConfig(learningRate * Math.pow(factor, done), momentum);
    }
}
