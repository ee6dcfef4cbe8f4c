// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.Ordinal;
import dev.hpo.annotations.Prior;
import dev.hpo.annotations.SearchSpace;

/** A configuration whose good values are roughly known. */
// tag::prior[]
@SearchSpace
public record BelievedConfig(
        @LogUniform(min = 1e-5, max = 1) @Prior(near = 1e-3, spread = 0.1)
        double learningRate,

        @Ordinal({"16", "32", "64", "128"}) @Prior(choice = "32")
        int batchSize,

        @Prior(choice = "ADAM", weight = 0.7) Method method) {

    enum Method {
        SGD,
        ADAM
    }
}
// end::prior[]
