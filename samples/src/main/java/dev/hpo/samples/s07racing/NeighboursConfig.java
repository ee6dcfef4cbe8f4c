// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s07racing;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/**
 * How {@link Neighbours} tell digits apart.
 *
 * @param count how many neighbours have a vote
 * @param nearness by which power of its distance the vote of a neighbour becomes smaller
 * @param contrast the power to which the pixels are raised
 * @param blur which share of each pixel each of its four neighbours gets
 */
// tag::config[]
@SearchSpace
record NeighboursConfig(
        @LogUniform(min = 1, max = 50) int count,
        @Uniform(min = 0, max = 10) double nearness,
        @LogUniform(min = 0.2, max = 5) double contrast,
        @Uniform(min = 0, max = 0.2) double blur) {

    @Initial
    static NeighboursConfig textbook() {
        return new NeighboursConfig(5, 0, 1, 0);
    }
}
// end::config[]
