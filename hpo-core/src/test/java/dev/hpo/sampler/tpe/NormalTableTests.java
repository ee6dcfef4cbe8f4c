// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.numeric.SplitMix;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class NormalTableTests {

    private final NormalDistribution normal = new NormalDistribution();

    @Test
    void agreesWithTheExactDistributionToElevenDecimals() {
        SplitMix random = SplitMix.of(1);
        for (int draw = 0; draw < 10_000; draw++) {
            double z = random.nextDouble(-9, 9);
            assertThat(NormalTable.cumulative(z))
                    .as("cumulative at " + z)
                    .isCloseTo(normal.cumulativeProbability(z), within(1e-11));
        }
    }

    @Test
    void endsAreZeroAndOne() {
        assertThat(NormalTable.cumulative(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(NormalTable.cumulative(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }
}
