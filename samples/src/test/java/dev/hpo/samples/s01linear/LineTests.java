// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s01linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.samples.network.Activation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTests {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void linearLearnsTheLine_reluDoesNot(long seed) {
        Line line = new Line(seed);
        assertThat(line.testError(Activation.LINEAR, seed)).isLessThan(1e-2);
        assertThat(line.testError(Activation.RELU, seed)).isGreaterThan(1e-1);
    }
}
