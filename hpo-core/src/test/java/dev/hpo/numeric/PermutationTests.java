// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTests {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 16, 17, 100, 1023, 1024, 1025, 65_537})
    void everyNumberComesOnce(long size) {
        for (long seed = 0; seed < 5; seed++) {
            Permutation permutation = new Permutation(size, seed);
            assertThat(LongStream.range(0, size).map(permutation::at).sorted().toArray())
                    .isEqualTo(LongStream.range(0, size).toArray());
        }
    }

    @Test
    void eachNumberIsEquallyOftenFirst() {
        int[] counts = new int[5];
        for (long seed = 0; seed < 10_000; seed++) {
            counts[(int) new Permutation(5, seed).at(0)]++;
        }
        // 2000 expected each, with a standard deviation of 40.
        for (int count : counts) {
            assertThat(count).isBetween(1800, 2200);
        }
    }

    /** A resumed study must go on in the order that it began with. */
    @Test
    void orderNeverChanges() {
        Permutation permutation = new Permutation(1000, 42);
        assertThat(LongStream.of(0, 1, 999).map(permutation::at).toArray()).containsExactly(343, 659, 426);
    }

    @Test
    void largestSizeIsFine() {
        Permutation permutation = new Permutation(1L << 62, 3);
        assertThat(LongStream.range(0, 1000).map(permutation::at).toArray()).doesNotHaveDuplicates();
    }

    @Test
    void sizesAndPlacesOutsideAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Permutation(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Permutation((1L << 62) + 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Permutation(3, 1).at(3));
    }
}
