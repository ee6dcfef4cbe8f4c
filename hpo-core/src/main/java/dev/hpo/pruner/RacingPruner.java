// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Races a trial against the best of the complete ones that have the most folds, over the folds of a cross-validation, or over data sets: each step is a fold, not an epoch, and the
 * objective is the mean over them: {@code of = MEAN}.
 *
 * <p>From the sixth fold on, and before the last, the losses of the folds that both have reported are compared by a paired t test that is corrected for what
 * folds have in common, as their trainings share data: the variance of the mean is that of the differences times 1/k + test/training. The trial is
 * stopped when it is worse, one-sided. A race has several looks, whose errors add up: at each the level is that of the race divided by the root of their number, which
 * keeps a race of 7 to 100 folds against a configuration that is as good at 5 % (simulated: 4.3 % over 10 folds). The
 * incumbent was chosen as the best, and so looks better than it is: of trials that are as good as it, more are stopped; of those that are better, fewer.
 *
 * <p>Fewer than six differences say too little: <b>a race of six folds or fewer, such as the usual five, stops nothing</b>.
 * A race is of as many folds as that trial has. A fold that is NaN or infinite is the worst there can be.
 *
 * <p>Source: Nadeau and Bengio, "Inference for the generalization error", Machine Learning 52, 2003, for the correction; Pocock, "Group sequential methods in the design and
 * analysis of clinical trials", Biometrika 64, 1977, for one level at all looks.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class RacingPruner implements Pruner {

    private static final int FIRST_LOOK = 6;

    private final double level;
    private final OptionalDouble ratio;

    /** Creates a pruner with a level of .05 for folds of a cross-validation. */
    public RacingPruner() {
        this(0.05, OptionalDouble.empty());
    }

    private RacingPruner(double level, OptionalDouble ratio) {
        this.level = Require.within("level", level, 0, 0.5);
        ratio.ifPresent(share -> Require.size("testToTraining", share));
        this.ratio = ratio;
    }

    /** Returns the options. */
    @Override
    public String toString() {
        String shared = ratio.isPresent() ? String.valueOf(ratio.getAsDouble()) : "1 to all other folds";
        return "level " + level + ", test to training " + shared + ", from fold " + FIRST_LOOK
                + " on, so that with 5 folds nothing is stopped";
    }

    /**
     * Returns a pruner with another level.
     *
     * @param probability in how many races a trial that is as good as the best may be stopped; above 0 and below .5; .05 by default
     */
    public RacingPruner withLevel(double probability) {
        return new RacingPruner(probability, ratio);
    }

    /**
     * Returns a pruner for folds that have more or less in common than those of a cross-validation, where the ratio is 1 to all other folds.
     *
     * @param testToTraining how large a test set is in comparison with its training set; 0 for data sets that have nothing in common
     */
    public RacingPruner withTestToTraining(double testToTraining) {
        return new RacingPruner(level, OptionalDouble.of(testToTraining));
    }

    @Override
    public Verdict judge(Case judged) {
        Direction direction = judged.facts().direction();
        List<Observation> own = judged.trial().observations();
        Optional<TrialRecord> best =
                own.size() < FIRST_LOOK ? Optional.empty() : incumbent(judged.history(), direction);
        if (best.isEmpty() || best.get().number() == judged.trial().number()) {
            return Verdict.KEEP;
        }
        List<Observation> incumbent = best.get().observations();
        int folds = incumbent.size();
        double[] differences = Pairs.differences(own, incumbent, direction);
        if (differences.length < FIRST_LOOK || differences.length >= folds) {
            return Verdict.KEEP;
        }
        double probability = probability(differences, ratio.orElse(1.0 / (folds - 1)));
        return probability < level / Math.sqrt(folds - FIRST_LOOK)
                ? new Verdict.Stop(String.format(
                        Locale.ROOT,
                        "worse than trial %d on %d of %d folds (corrected paired t test, p = %.3g)",
                        best.get().number(),
                        differences.length,
                        folds,
                        probability))
                : Verdict.KEEP;
    }

    /** Returns the best of those complete trials that have the most folds. */
    private static Optional<TrialRecord> incumbent(History history, Direction direction) {
        int most = 0;
        for (TrialRecord trial : history.trials()) {
            if (Columns.isComplete(trial)) {
                most = Math.max(most, trial.observations().size());
            }
        }
        int folds = most;
        return history.best(direction)
                .filter(best -> best.observations().size() == folds)
                .or(() -> history.in(TrialState.COMPLETE).stream()
                        .filter(trial -> trial.observations().size() == folds)
                        .min(Comparator.comparingDouble(
                                trial -> direction.asLoss(trial.value().orElseThrow()))));
    }

    /** Returns how likely a mean as large as that of the differences is where there is none. */
    static double probability(double[] differences, double ratio) {
        int count = differences.length;
        double mean = Arrays.stream(differences).average().orElse(0);
        if (!Double.isFinite(mean)) {
            return mean == Double.POSITIVE_INFINITY ? 0 : 1;
        }
        double squares = Arrays.stream(differences)
                .map(difference -> (difference - mean) * (difference - mean))
                .sum();
        if (mean <= 0 || squares == 0) {
            return mean > 0 ? 0 : 1;
        }
        double t = mean / Math.sqrt(squares / (count - 1) * (1.0 / count + ratio));
        return 1 - new TDistribution(null, count - 1).cumulativeProbability(t);
    }
}
