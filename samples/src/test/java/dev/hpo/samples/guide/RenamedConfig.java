// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.annotations.FormerlyNamed;
import dev.hpo.annotations.Name;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.deeplearning.LearningRate;
import dev.hpo.annotations.deeplearning.Momentum;

/** Names that outlive a refactoring. */
// tag::names[]
@SearchSpace
public record RenamedConfig(
        @FormerlyNamed("lr") @LearningRate double learningRate, // was called lr
        @Name("momentum") @Momentum double beta) {} // is stored as momentum
// end::names[]
