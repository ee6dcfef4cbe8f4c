// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WarpTests {

    @ParameterizedTest
    @EnumSource
    void orderIsKeptAndEqualLossesStayEqual(Warp warp) {
        double[] losses = {3, -1, 7, 7, 0.5, 1e6, -1, 2};
        double[] bent = warp.of(losses);
        for (int i = 0; i < losses.length; i++) {
            for (int k = 0; k < losses.length; k++) {
                assertThat(Double.compare(bent[i], bent[k]))
                        .as(losses[i] + " and " + losses[k])
                        .isEqualTo(Double.compare(losses[i], losses[k]));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void meanIsZeroAndVarianceOne(Warp warp) {
        double[] bent = warp.of(new double[] {0.1, 5, 3, 3, 800, 2.2});
        assertThat(Arrays.stream(bent).average().orElseThrow()).isEqualTo(0, within(1e-12));
        assertThat(Arrays.stream(bent).map(x -> x * x).average().orElseThrow()).isEqualTo(1, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void hugeTinyAndEqualLossesAreBorne(Warp warp) {
        for (double[] losses : new double[][] {
            {1e300, -1e300, 0},
            {Double.MAX_VALUE, -Double.MAX_VALUE, 1},
            {1e-300, 2e-300, 5e-300},
            {Double.MIN_VALUE, 0, 0, 0},
            {4, 4, 4},
            {9},
        }) {
            assertThat(warp.of(losses)).hasSize(losses.length);
            assertThat(Arrays.stream(warp.of(losses)).allMatch(Double::isFinite))
                    .as(Arrays.toString(losses))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "HALF_RANK_LOG")
    void howBadABadLossIsDoesNotMatter(Warp warp) {
        double[] mild = warp.of(new double[] {1, 2, 3, 4, 5, 6, 7});
        double[] wild = warp.of(new double[] {1, 2, 3, 4, 5e3, 6e6, 7e9});
        assertThat(wild).containsExactly(mild, within(1e-6));
    }
}
