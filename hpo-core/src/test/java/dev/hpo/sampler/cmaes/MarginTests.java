// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.numeric.SplitMix;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarginTests {

    private static final double[] BORDERS = {0.2, 0.4, 0.6, 0.8};
    private static final double MARGIN = 0.05;

    private final Margin margin = new Margin(new double[][] {BORDERS, {}}, MARGIN);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void valuesBesideThePresentOneKeepTheirProbability(int seed) {
        RandomGenerator random = SplitMix.of(seed);
        double mean = -0.2 + 1.4 * random.nextDouble();
        double sigma = Math.pow(10, -6 * random.nextDouble());
        Gaussian kept = margin.applied(Gaussian.around(new double[] {mean, mean}, sigma));
        NormalDistribution normal = new NormalDistribution(null, kept.mean()[0], kept.spread(0));
        int cell = 0;
        while (cell < BORDERS.length && BORDERS[cell] < mean) {
            cell++;
        }
        boolean inner = cell > 0 && cell < BORDERS.length;
        if (cell > 0) {
            assertThat(normal.cumulativeProbability(BORDERS[cell - 1])).isGreaterThan((inner ? 0.4 : 0.99) * MARGIN);
        }
        if (cell < BORDERS.length) {
            assertThat(1 - normal.cumulativeProbability(BORDERS[cell])).isGreaterThan((inner ? 0.4 : 0.99) * MARGIN);
        }
        assertThat(kept.mean()[1]).isEqualTo(mean);
        assertThat(kept.spread(1)).isCloseTo(sigma, within(1e-15));
    }

    @Test
    void wideDistributionIsLeftAsItIs() {
        Gaussian wide = Gaussian.around(new double[] {0.45, 0.5}, 0.3);
        Gaussian kept = margin.applied(wide);
        assertThat(kept.mean()).isEqualTo(wide.mean());
        assertThat(kept.factors()).isEqualTo(wide.factors());
    }

    @Test
    void narrowDistributionStaysOnItsSideOfTheCell() {
        Gaussian kept = margin.applied(Gaussian.around(new double[] {0.59, 0.5}, 0.01));
        assertThat(kept.mean()[0]).isBetween(0.5, 0.6);
        NormalDistribution normal = new NormalDistribution(null, kept.mean()[0], kept.spread(0));
        assertThat(normal.cumulativeProbability(0.4)).isCloseTo(MARGIN / 2, within(1e-3));
        assertThat(1 - normal.cumulativeProbability(0.6)).isGreaterThan(0.1);
    }
}
