// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s05boosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.samples.natives.NativeLibrary;
import dev.hpo.samples.natives.Needs;
import dev.hpo.samples.network.Example;
import dev.hpo.samples.s02digits.Digits;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tunes gradient boosting by cross-validation, and in the end tests it on digits that the tuning has not seen. */
@Needs(NativeLibrary.XGBOOST)
class BoostingTuning {
    private static final Digits DIGITS = Digits.load();
    private static final List<Example> SEEN =
            Stream.concat(DIGITS.train().stream(), DIGITS.validation().stream()).toList();
    private static final int ROUNDS = 50;
    private static List<Fold> folds = List.of();

    @BeforeAll
    static void split() throws XGBoostError {
        folds = Fold.of(SEEN, 3);
    }

    // tag::tuning[]
    @TuningTest(trials = 30)
    @Minimize("cross-validated loss")
    @ExpectBest(atMost = 0.165) // the defaults of XGBoost reach 0.172
    void tune(BoostingConfig config, Trial trial) throws XGBoostError {
        try (CrossValidation models = new CrossValidation(folds, config, trial.seed())) {
            for (int round = 1; round <= ROUNDS; round++) {
                models.growOneRound();
                if (round >= 20) { // in the first rounds a high eta looks best
                    trial.report(round, models.loss()); // a hopeless trial stops here
                }
            }
        }
    }
    // end::tuning[]

    // tag::test[]
    @AfterAll
    static void testOnOtherDigits() throws IOException, XGBoostError {
        BoostingConfig best = BoostingConfigSpace.SPACE.load(
                Path.of("target/hpo/dev.hpo.samples.s05boosting.BoostingTuning.tune/best.properties"));
        double tuned = testLoss(best);
        double untuned = testLoss(BoostingConfig.defaults());
        System.out.printf("XGBoost, test loss: %.3f tuned, %.3f with its defaults%n", tuned, untuned);
        assertThat(tuned).isLessThan(1.1 * untuned);
    }
    // end::test[]

    /** Returns the mean over five seeds: that of the best trial has had its luck already. */
    private static double testLoss(BoostingConfig config) throws XGBoostError {
        Fold all = new Fold(Fold.matrix(SEEN), Fold.matrix(DIGITS.test()));
        double sum = 0;
        for (int seed = 0; seed < 5; seed++) {
            try (CrossValidation model = new CrossValidation(List.of(all), config, seed)) {
                for (int round = 1; round <= ROUNDS; round++) {
                    model.growOneRound();
                }
                sum += model.loss();
            }
        }
        return sum / 5;
    }
}
