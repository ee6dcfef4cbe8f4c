// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergeSortTests {

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void numbersAreSorted_whateverTheCutoff(int cutoff) {
        int[] numbers = new SplittableRandom(1).ints(500, 0, 100).toArray();
        int[] sorted = new MergeSort(new SortConfig(cutoff)).sorted(numbers);
        assertThat(sorted).isSorted().containsExactlyInAnyOrder(numbers);
    }
}
