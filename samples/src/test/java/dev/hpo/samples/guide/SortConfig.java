// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;

/**
 * The setting of a {@link MergeSort}.
 *
 * @param cutoff how many numbers are sorted by insertion rather than by merging
 */
@SearchSpace
record SortConfig(@LogUniform(min = 1, max = 1000) int cutoff) {

    @Initial
    static SortConfig start() {
        return new SortConfig(1);
    }
}
