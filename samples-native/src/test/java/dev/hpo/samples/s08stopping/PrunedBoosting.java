// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s08stopping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.Pruners;
import dev.hpo.samples.natives.NativeLibrary;
import dev.hpo.samples.natives.Needs;
import dev.hpo.samples.s02digits.Digits;
import dev.hpo.samples.s05boosting.BoostedTrees;
import dev.hpo.samples.s05boosting.BoostingConfig;
import dev.hpo.samples.s05boosting.BoostingConfigSpace;
import dev.hpo.samples.s05boosting.Fold;
import dev.hpo.study.Study;
import dev.hpo.study.StudyResult;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

/**
 * Measures what pruning costs and saves where it is known to do harm: in boosting, whose first rounds look best with learning rates that end badly. Each of 40 trials reports 100
 * rounds; what counts is the loss that the best model has on digits which neither training nor selection has seen, against that of a study of the same seed without
 * pruning. Not run with the other tests:
 *
 * <pre>{@code
 * mvn -Pnatives -pl samples-native -am -Dquickly test -Dtest=PrunedBoosting -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 *
 * <p>{@code -Dseeds=3} makes it shorter; {@code -Dpruners=auto,median} measures others beside the default, which alone must do no harm.
 */
@Needs(NativeLibrary.XGBOOST)
class PrunedBoosting {
    private static final int TRIALS = 40;
    private static final int ROUNDS = 100;
    private static final long FIRST_SEED = 100_000;
    private static final int SEEDS = Integer.getInteger("seeds", 30);
    private static final String NONE = "none";
    private static final String DEFAULT = Pruners.names().get(0);

    @Test
    void defaultDoesNoHarm() throws XGBoostError, InterruptedException {
        Data data = Data.load();
        List<Comparison> comparisons = new ArrayList<>();
        for (String pruner : System.getProperty("pruners", DEFAULT).split(",", -1)) {
            comparisons.add(new Comparison(pruner));
        }
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            Outcome unpruned = study(data, NONE, seed);
            for (Comparison comparison : comparisons) {
                comparison.add(study(data, comparison.pruner, seed), unpruned);
            }
        }
        System.out.println("| pruner | studies | test loss | without | mean log ratio | at most (95 %) | rounds |");
        System.out.println("|---|---|---|---|---|---|---|");
        comparisons.forEach(comparison -> System.out.print(comparison.row()));
        assertThat(comparisons)
                .filteredOn(comparison -> comparison.pruner.equals(DEFAULT))
                .allSatisfy(comparison -> {
                    assertThat(comparison.bound()).isLessThan(Math.log(1.05));
                    assertThat(comparison.share()).isLessThan(0.75);
                });
    }

    private static Outcome study(Data data, String pruner, long seed) throws InterruptedException {
        StudySpec spec = StudySpec.minimize("boosting", "validation loss")
                .withTrials(TRIALS)
                .withPruner(Pruners.named(pruner))
                .withSeed(seed)
                .withQueued(BoostingConfigSpace.SPACE
                        .initial()
                        .map(BoostingConfigSpace.SPACE::configuration)
                        .orElseThrow());
        double[] losses = new double[TRIALS];
        try (Study<BoostingConfig> study = Study.open(BoostingConfigSpace.SPACE, spec)) {
            StudyResult<BoostingConfig> result =
                    study.optimize((config, trial) -> losses[trial.number()] = train(data, config, trial));
            StudyResult.Best<BoostingConfig> best = result.best().orElseThrow();
            int rounds = result.history().trials().stream()
                    .mapToInt(trial -> trial.observations().size())
                    .sum();
            Outcome outcome = new Outcome(losses[best.trial().number()], rounds);
            System.out.printf(
                    Locale.ROOT,
                    "seed %d, %s: validation loss %.4f, test loss %.4f, eta %.3f, %d rounds%n",
                    seed,
                    pruner,
                    best.value(),
                    outcome.loss,
                    best.config().eta(),
                    rounds);
            return outcome;
        }
    }

    /** Returns the loss on the digits that nobody has seen, which nothing is chosen by. */
    private static double train(Data data, BoostingConfig config, Trial trial) throws XGBoostError {
        try (BoostedTrees model = BoostedTrees.plant(data.digits.train(), config, trial.seed())) {
            for (int round = 1; round <= ROUNDS; round++) {
                model.growOneRound();
                trial.report(round, model.loss(data.digits.validation()));
            }
            return model.loss(data.test);
        }
    }

    private record Data(Fold digits, DMatrix test) {

        static Data load() throws XGBoostError {
            Digits digits = Digits.load();
            return new Data(
                    new Fold(Fold.matrix(digits.train()), Fold.matrix(digits.validation())),
                    Fold.matrix(digits.test()));
        }
    }

    /** What a study found, and what it took. */
    private record Outcome(double loss, int rounds) {}

    /** What studies with a pruner found and took against those without. */
    private static final class Comparison {

        private final String pruner;
        private final SummaryStatistics ratios = new SummaryStatistics();
        private final SummaryStatistics losses = new SummaryStatistics();
        private final SummaryStatistics unprunedLosses = new SummaryStatistics();
        private double rounds;
        private double unprunedRounds;

        Comparison(String pruner) {
            this.pruner = pruner;
        }

        void add(Outcome pruned, Outcome unpruned) {
            ratios.addValue(Math.log(pruned.loss / unpruned.loss));
            losses.addValue(pruned.loss);
            unprunedLosses.addValue(unpruned.loss);
            rounds += pruned.rounds;
            unprunedRounds += unpruned.rounds;
        }

        /** Returns what the mean logarithm of the ratio of test losses is at most, with 95 % confidence. */
        double bound() {
            double quantile =
                    new TDistribution(null, Math.max(1, ratios.getN() - 1)).inverseCumulativeProbability(0.95);
            return ratios.getMean() + quantile * ratios.getStandardDeviation() / Math.sqrt((double) ratios.getN());
        }

        double share() {
            return rounds / unprunedRounds;
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.4f | %.4f | %+.3f | %+.3f | %.2f |%n",
                    pruner,
                    ratios.getN(),
                    losses.getMean(),
                    unprunedLosses.getMean(),
                    ratios.getMean(),
                    bound(),
                    share());
        }
    }
}
