// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinningTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10})
    void shortCurve_isWhole(int size) {
        assertThat(Thinning.kept(size, 10, index -> index))
                .containsExactly(IntStream.range(0, size).toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 99, 1_000_000, Integer.MAX_VALUE / 100})
    void longCurve_keepsPointsThatAreSpreadEvenly(int size) {
        int[] kept = Thinning.kept(size, 10, index -> index);

        assertThat(kept).hasSize(10).startsWith(0).endsWith(size - 1).isSorted().doesNotHaveDuplicates();
        double gap = (size - 1) / 9.0;
        for (int place = 1; place < kept.length; place++) {
            assertThat(kept[place] - kept[place - 1] - gap).isBetween(-1.0, 1.0);
        }
    }

    @Test
    void extremes_andTheFirstThatIsNotFinite_areKept() {
        double[] values = new double[1000];
        values[17] = -2;
        values[503] = 7;
        values[701] = Double.NaN;
        values[702] = Double.POSITIVE_INFINITY;

        assertThat(Thinning.kept(1000, 10, index -> values[index])).hasSize(13).contains(17, 503, 701);
    }

    @Test
    void curveThatIsNeverFinite_isNoError() {
        assertThat(Thinning.kept(100, 10, index -> Double.NaN)).hasSize(10).contains(0, 99);
        assertThat(Thinning.kept(100, 10, index -> index < 5 ? Double.NaN : -index))
                .contains(0, 5, 99);
    }
}
