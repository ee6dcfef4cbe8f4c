// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsTests {

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 4", "2, 5", "10, 10", "20, 12", "200, 19", "3, 500"})
    void weightsOfParentsAddUpToOneAndTheRestKeepTheCovariancePositive(int coordinates, int population) {
        Weights weights = new Weights(coordinates, population);
        double positive = 0;
        double negative = 0;
        for (int rank = 0; rank < population; rank++) {
            if (rank > 0) {
                assertThat(weights.of(rank)).isLessThanOrEqualTo(weights.of(rank - 1));
            }
            positive += Math.max(0, weights.of(rank));
            negative -= Math.min(0, weights.of(rank));
        }
        assertThat(positive).isCloseTo(1, within(1e-14));
        assertThat(weights.cMu() * coordinates * negative)
                .isLessThanOrEqualTo(1 - weights.c1() - weights.cMu() + 1e-14);
        assertThat(weights.c1() + weights.cMu()).isBetween(0.0, 1.0);
    }
}
