// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class RanksTests {

    @Test
    void equalValuesShareTheirRanks() {
        assertThat(Ranks.of(new double[] {3, 1, 3, Double.POSITIVE_INFINITY, 0.0, -0.0}))
                .containsExactly(4.5, 3, 4.5, 6, 1.5, 1.5);
        assertThat(Ranks.of(new double[0])).isEmpty();
    }

    @Test
    void correlationIsSpearmans() {
        double[] values = SplitMix.of(1).doubles(50).map(x -> Math.rint(20 * x)).toArray();
        double[] others = SplitMix.of(2).doubles(50).map(x -> Math.rint(20 * x)).toArray();
        for (int i = 0; i < 50; i++) {
            others[i] += values[i] / 2;
        }
        assertThat(Ranks.correlation(values, others))
                .isBetween(0.1, 0.9)
                .isCloseTo(new SpearmansCorrelation().correlation(values, others), within(1e-12));
    }

    @Test
    void nothingCorrelatesWithOneValue() {
        assertThat(Ranks.correlation(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isZero();
    }
}
