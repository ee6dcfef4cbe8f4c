// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.OneMinusLog;
import dev.hpo.annotations.Ordinal;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** A record as search space. */
// tag::record[]
@SearchSpace
public record NetworkConfig(
        @LogUniform(min = 1e-4, max = 1) double learningRate,
        @OneMinusLog(min = 0.9, max = 0.999) double momentum,
        @Uniform(min = 50, max = 100) int hiddenUnits,
        @Uniform(min = 0, max = 0.5, step = 0.1) double dropout,
        @Ordinal({"16", "32", "64", "128"}) int batchSize,
        boolean batchNormalisation) {

    @Initial
    static NetworkConfig start() {
        return new NetworkConfig(0.01, 0.9, 64, 0, 32, false);
    }
}
// end::record[]
