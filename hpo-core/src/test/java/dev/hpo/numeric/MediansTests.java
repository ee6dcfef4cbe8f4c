// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediansTests {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void middleOrMeanOfTheMiddleTwo() {
        assertThat(Medians.of(new double[] {7})).isEqualTo(7);
        assertThat(Medians.of(new double[] {9, 1, 5})).isEqualTo(5);
        assertThat(Medians.of(new double[] {9, 1, 5, 6})).isEqualTo(5.5);
    }

    @Test
    void largestAndInfiniteNumbersNeitherOverflowNorCancel() {
        assertThat(Medians.of(new double[] {Double.MAX_VALUE, Double.MAX_VALUE}))
                .isEqualTo(Double.MAX_VALUE);
        assertThat(Medians.of(new double[] {INFINITY, 1, INFINITY, INFINITY})).isEqualTo(INFINITY);
        assertThat(Medians.of(new double[] {1, INFINITY})).isEqualTo(INFINITY);
    }

    @Test
    void argumentStaysAsItIs() {
        double[] values = {3, 1, 2};
        assertThat(Medians.of(values)).isEqualTo(2);
        assertThat(values).containsExactly(3, 1, 2);
    }
}
