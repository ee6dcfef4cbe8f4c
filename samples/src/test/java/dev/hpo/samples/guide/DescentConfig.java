// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.annotations.Adjustable;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** How a line is fitted: both may change while that goes on. */
// tag::record[]
@SearchSpace
public record DescentConfig(
        @LogUniform(min = 1e-3, max = 1) @Adjustable double learningRate,
        @Uniform(min = 0, max = 0.9) @Adjustable double momentum) {

    @Initial
    static DescentConfig start() {
        return new DescentConfig(0.1, 0.5);
    }
}
// end::record[]
