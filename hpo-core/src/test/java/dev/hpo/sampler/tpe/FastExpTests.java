// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.numeric.SplitMix;
import org.junit.jupiter.api.Test;

class FastExpTests {

    @Test
    void agreesWithMathToNineDigits() {
        SplitMix random = SplitMix.of(1);
        for (int draw = 0; draw < 10_000; draw++) {
            double x = random.nextDouble(-699, 699);
            assertThat(FastExp.exp(x) / Math.exp(x)).as("exp of " + x).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void zeroGivesOneAndWhatVanishesGivesZero() {
        assertThat(FastExp.exp(0)).isEqualTo(1);
        assertThat(FastExp.exp(-1e9)).isZero();
        assertThat(FastExp.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(FastExp.exp(Double.NaN)).isZero();
    }
}
