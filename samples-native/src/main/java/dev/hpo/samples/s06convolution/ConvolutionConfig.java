// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s06convolution;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.Ordinal;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/**
 * The hyperparameters of a {@link ConvolutionNetwork}.
 *
 * @param learningRate the length of a step of Adam
 * @param filters how many patterns of 3 by 3 pixels the network learns to find
 * @param hiddenUnits the number of units in the layer above
 * @param dropout the share of these units that are left out at each step
 * @param batchSize the number of digits to a step
 */
// tag::config[]
@SearchSpace
record ConvolutionConfig(
        @LogUniform(min = 1e-4, max = 0.1) double learningRate,
        @LogUniform(min = 4, max = 64) int filters,
        @LogUniform(min = 16, max = 128) int hiddenUnits,
        @Uniform(min = 0, max = 0.8) double dropout,
        @Ordinal({"16", "32", "64", "128"}) int batchSize) {

    /** Returns what DJL does when it is told nothing, for the learning rate and the dropout, and a usual network. */
    @Initial
    static ConvolutionConfig defaults() {
        return new ConvolutionConfig(0.001, 16, 64, 0.5, 32);
    }
}
// end::config[]
