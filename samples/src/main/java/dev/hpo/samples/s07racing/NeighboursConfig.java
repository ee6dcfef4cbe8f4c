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
 * @param doubt what each digit gets without a vote, so that none is impossible
 */
// tag::config[]
@SearchSpace
record NeighboursConfig(
        @LogUniform(min = 1, max = 100) int count,
        @Uniform(min = 0, max = 40) double nearness,
        @LogUniform(min = 0.2, max = 5) double contrast,
        @LogUniform(min = 1e-4, max = 1) double doubt) {

    @Initial
    static NeighboursConfig textbook() {
        return new NeighboursConfig(5, 0, 1, 0.1);
    }
}
// end::config[]
