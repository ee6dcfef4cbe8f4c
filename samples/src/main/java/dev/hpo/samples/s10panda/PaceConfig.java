// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s10panda;

import dev.hpo.annotations.Adjustable;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.OneMinusLog;
import dev.hpo.annotations.SearchSpace;

/**
 * How fast a {@link DigitReader} learns. Both may be others in each epoch.
 *
 * @param learningRate the length of a step along the mean gradient, above 0
 * @param momentum the weight of earlier steps, from 0 to below 1
 */
// tag::config[]
@SearchSpace
public record PaceConfig(
        @LogUniform(min = 1e-3, max = 1) @Adjustable double learningRate,
        @OneMinusLog(min = 0.5, max = 0.99) @Adjustable double momentum) {

    /** Returns the settings that one would try first. */
    @Initial
    static PaceConfig start() {
        return new PaceConfig(0.01, 0.9);
    }
}
// end::config[]
