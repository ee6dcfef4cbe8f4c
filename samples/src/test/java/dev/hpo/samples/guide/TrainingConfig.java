// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import dev.hpo.annotations.deeplearning.Beta1;
import dev.hpo.annotations.deeplearning.LearningRate;
import dev.hpo.annotations.deeplearning.Momentum;
import java.util.List;

/** Conditional parameters. */
// tag::conditional[]
@SearchSpace
public record TrainingConfig(
        @LearningRate double learningRate,
        Optimizer optimizer,

        @Size(min = 1, max = 3) @Uniform(min = 16, max = 256)
        List<Integer> units) {

    @SearchSpace
    public sealed interface Optimizer {
        record Sgd(@Momentum double momentum) implements Optimizer {}

        record Adam(
                @Beta1 double beta1,
                @LogUniform(min = 1e-10, max = 1e-4) double epsilon) implements Optimizer {}
    }
}
// end::conditional[]
