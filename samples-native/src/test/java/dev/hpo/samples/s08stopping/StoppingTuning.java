// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s08stopping;

import static dev.hpo.trial.Of.BEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.samples.natives.NativeLibrary;
import dev.hpo.samples.natives.Needs;
import dev.hpo.samples.s02digits.Digits;
import dev.hpo.samples.s05boosting.BoostedTrees;
import dev.hpo.samples.s05boosting.BoostingConfig;
import dev.hpo.samples.s05boosting.Fold;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tunes gradient boosting that ends where it has got no better for some rounds, and ships the best model as it was in its best round. */
@Needs(NativeLibrary.XGBOOST)
class StoppingTuning {
    private static final Digits DIGITS = Digits.load();
    private static final int ROUNDS = 200;
    private static final int PATIENCE = 10;
    private static final Path REPORTS = Path.of("target/hpo/dev.hpo.samples.s08stopping.StoppingTuning.tune");

    private static List<Fold> split = List.of();

    @BeforeAll
    static void split() throws XGBoostError {
        split = List.of(new Fold(Fold.matrix(DIGITS.train()), Fold.matrix(DIGITS.validation())));
    }

    // tag::tuning[]
    @TuningTest(trials = 20)
    @Minimize(value = "validation loss", of = BEST) // what the best round had, whatever came after it
    void tune(BoostingConfig config, Trial trial) throws XGBoostError, IOException {
        Fold digits = split.get(0);
        try (BoostedTrees model = BoostedTrees.plant(digits.train(), config, trial.seed())) {
            int bestRound = 0;
            double best = Double.POSITIVE_INFINITY;
            for (int round = 1; round <= ROUNDS && round - bestRound <= PATIENCE; round++) {
                model.growOneRound();
                double loss = model.loss(digits.validation());
                if (loss < best) {
                    best = loss;
                    bestRound = round;
                }
                trial.report(round, loss); // a hopeless trial stops here
            }
            model.save(file(trial.number()), bestRound);
        }
    }
    // end::tuning[]

    private static Path file(int trial) throws IOException {
        return Files.createDirectories(Path.of("target/boosting")).resolve("trial-" + trial + ".ubj");
    }

    @AfterAll
    static void ship() throws IOException, XGBoostError {
        Matcher best = Pattern.compile("\"best\": (\\d+)").matcher(Files.readString(REPORTS.resolve("study.json")));
        assertThat(best.find()).isTrue();
        Path shipped = file(Integer.parseInt(best.group(1)));
        Booster model = XGBoost.loadModel(shipped.toString());
        int rounds = BoostedTrees.rounds(model);
        double loss = BoostedTrees.loss(model, Fold.matrix(DIGITS.test()), rounds);
        model.dispose();

        List<String> curves = Files.readAllLines(REPORTS.resolve("curves.csv"));
        long trials = curves.stream()
                .skip(1)
                .map(row -> row.replaceFirst(",.*", ""))
                .distinct()
                .count();
        System.out.printf(
                "XGBoost, early stopping: %d of %d rounds grown; %s has %d, and a test loss of %.3f%n",
                curves.size() - 1, trials * ROUNDS, shipped, rounds, loss);
        assertThat(loss).isLessThan(0.15);
    }
}
