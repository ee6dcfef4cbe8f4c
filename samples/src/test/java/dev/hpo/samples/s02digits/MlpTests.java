// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s02digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.samples.network.Activation;
import dev.hpo.samples.network.Optimizer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MlpTests {
    private static final Digits DIGITS = Digits.load();

    @Test
    void digitsAreSplitInThree() {
        assertThat(DIGITS.train()).hasSize(1078);
        assertThat(DIGITS.validation()).hasSize(360);
        assertThat(DIGITS.test()).hasSize(359);
    }

    @Test
    void concurrentTrainings_giveTheSameBits() {
        double[] alone = LongStream.range(0, 8).mapToDouble(MlpTests::loss).toArray();
        double[] together =
                LongStream.range(0, 8).parallel().mapToDouble(MlpTests::loss).toArray();
        assertThat(together).containsExactly(alone);
    }

    @Test
    void hugeLearningRate_endsInNaN() {
        Mlp model = Mlp.init(config(1e3, Activation.LINEAR), 1);
        model.fitOneEpoch(DIGITS.train());
        model.fitOneEpoch(DIGITS.train());
        assertThat(model.loss(DIGITS.validation())).isNaN();
    }

    private static double loss(long seed) {
        Mlp model = Mlp.init(config(0.05, Activation.TANH), seed);
        model.fitOneEpoch(DIGITS.train());
        return model.loss(DIGITS.validation());
    }

    private static MlpConfig config(double learningRate, Activation activation) {
        return new MlpConfig(learningRate, 0, 0.9, 32, 2, 32, activation, new Optimizer.Sgd());
    }
}
