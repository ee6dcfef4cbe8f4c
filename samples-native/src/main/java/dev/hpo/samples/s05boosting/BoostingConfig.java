// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s05boosting;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/**
 * The hyperparameters of {@link BoostedTrees}, by the names that XGBoost gives them.
 *
 * @param eta how much of each new tree counts
 * @param maxDepth how many questions a tree asks at most on the way to an answer
 * @param minChildWeight how much of the data must be left on either side of a question
 * @param subsample the share of the rows that a tree is grown from
 * @param colsampleBytree the share of the columns that a tree may ask about
 * @param lambda how strongly the answers are drawn to nought
 */
// tag::config[]
@SearchSpace
public record BoostingConfig(
        @LogUniform(min = 0.03, max = 1) double eta,
        @Uniform(min = 1, max = 10) int maxDepth,
        @LogUniform(min = 0.1, max = 10) double minChildWeight,
        @Uniform(min = 0.3, max = 1) double subsample,
        @Uniform(min = 0.1, max = 1) double colsampleBytree,
        @LogUniform(min = 1e-3, max = 100) double lambda) {

    /** Returns what XGBoost does when it is told nothing. */
    @Initial
    static BoostingConfig defaults() {
        return new BoostingConfig(0.3, 6, 1, 1, 1, 1);
    }
}
// end::config[]
