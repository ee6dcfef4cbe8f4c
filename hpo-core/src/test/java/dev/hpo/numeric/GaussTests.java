// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussTests {

    /** Computed with 50 digits. */
    @ParameterizedTest
    @CsvSource({
        "2,    -0.02301290932896349, 0.6973835457882283",
        "0,    -0.6931471805599453, -0.9189385332046727",
        "-4.9, -14.55118268935531, -16.21281640789774",
        "-6,   -20.73676894997471, -22.5788793921698",
        "-40,  -804.6084420137538, -808.29856835662",
    })
    void logarithmsAreRightInTheTail(double z, double logProbability, double logImprovement) {
        assertThat(Gauss.logProbability(z)).isEqualTo(logProbability, within(1e-6));
        assertThat(Gauss.logImprovement(z)).isEqualTo(logImprovement, within(1e-6));
    }

    @Test
    void logImprovementIsTheIntegralOfTheProbability() {
        // d/dz (phi(z) + z Phi(z)) = Phi(z), on both sides of every change of formula.
        for (double z : new double[] {-1200, -1001, -999, -300, -30, -5.5, -5.01, -4.99, -2, 0, 1.5}) {
            double step = 1e-4 * Math.max(1, -z) / 10;
            double slope = (Gauss.logImprovement(z + step) - Gauss.logImprovement(z - step)) / (2 * step);
            double expected = Math.exp(Gauss.logProbability(z) - Gauss.logImprovement(z));
            assertThat(slope / expected).as("at " + z).isEqualTo(1, within(1e-3));
        }
    }

    @Test
    void quantileIsTheInverseOfTheProbability() {
        for (double p : new double[] {1e-6, 0.2, 0.5, 0.97}) {
            assertThat(Gauss.probability(Gauss.quantile(p))).isEqualTo(p, within(1e-9));
        }
    }
}
