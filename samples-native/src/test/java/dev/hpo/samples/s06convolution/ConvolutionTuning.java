// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s06convolution;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.translate.TranslateException;
import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.samples.natives.NativeLibrary;
import dev.hpo.samples.natives.Needs;
import dev.hpo.samples.s02digits.Digits;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;

/** Tunes a convolutional network on handwritten digits, and in the end tests it on digits that the tuning has not seen. */
@Needs(NativeLibrary.PYTORCH)
class ConvolutionTuning {
    private static final Digits DIGITS = Digits.load();
    private static final int EPOCHS = 10;

    @TuningTest(trials = 25)
    @Minimize("validation loss")
    @ExpectBest(atMost = 0.1) // the defaults of DJL reach 0.18
    void tune(ConvolutionConfig config, Trial trial) throws IOException, TranslateException {
        try (ConvolutionNetwork network = ConvolutionNetwork.init(config, trial.seed())) {
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                network.fitOneEpoch(DIGITS.train());
                trial.report(epoch, network.loss(DIGITS.validation())); // a hopeless trial stops here
            }
        }
    }

    @AfterAll
    static void testOnOtherDigits() throws IOException, TranslateException {
        ConvolutionConfig best = ConvolutionConfigSpace.SPACE.load(
                Path.of("target/hpo/dev.hpo.samples.s06convolution.ConvolutionTuning.tune/best.properties"));
        double tuned = testLoss(best);
        double untuned = testLoss(ConvolutionConfig.defaults());
        System.out.printf("PyTorch, test loss: %.3f tuned, %.3f with the defaults of DJL%n", tuned, untuned);
        assertThat(tuned).isLessThan(1.1 * untuned);
    }

    private static double testLoss(ConvolutionConfig config) throws IOException, TranslateException {
        double sum = 0;
        for (int seed = 0; seed < 3; seed++) {
            try (ConvolutionNetwork network = ConvolutionNetwork.init(config, seed)) {
                for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                    network.fitOneEpoch(DIGITS.train());
                }
                sum += network.loss(DIGITS.test());
            }
        }
        return sum / 3;
    }
}
