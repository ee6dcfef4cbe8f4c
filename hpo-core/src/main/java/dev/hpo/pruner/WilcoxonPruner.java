// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.numeric.SignedRanks;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Stops a trial that is worse than the best complete one on the same instances, by Wilcoxon's signed-rank test: each step is an instance, such as a
 * data set or a problem of many, not an epoch, and the objective is the mean over them: {@code of = MEAN}.
 *
 * <p>Values are paired by step; steps that only one of the two has are left out. A trial is stopped when the test finds it worse with a
 * p-value below the limit, unless its mean so far is as good as the value of the best one. It is the test of Optuna's pruner of this name,
 * and as there it is made again at each report without correction: of trials as good as the best, more are stopped than the limit says. Few pairs
 * cannot be significant: with the limit of .1 nothing is stopped before the fourth. For the folds of a cross-validation, which share their data, use
 * {@link RacingPruner}. Unlike there, values that are NaN or infinite are the worst.
 *
 * <p>A verdict takes a time that grows with the number of instances.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class WilcoxonPruner implements Pruner {

    private final double threshold;
    private final int startup;

    /** Creates a pruner with a p-value of .1, from the second instance on. */
    public WilcoxonPruner() {
        this(0.1, 2);
    }

    private WilcoxonPruner(double threshold, int startup) {
        this.threshold = Require.within("threshold", threshold, 0, 1);
        this.startup = Require.atLeast("startupSteps", startup, 2);
    }

    /** Returns the options. */
    @Override
    public String toString() {
        return "p " + threshold + ", from " + startup + " instances on";
    }

    /**
     * Returns a pruner with another p-value, below which a trial is stopped.
     *
     * @param probability above 0 and below 1; .1 by default
     */
    public WilcoxonPruner withThreshold(double probability) {
        return new WilcoxonPruner(probability, startup);
    }

    /**
     * Returns a pruner that stops nothing before some instances can be compared.
     *
     * @param steps how many; at least 2, the default
     */
    public WilcoxonPruner withStartupSteps(int steps) {
        return new WilcoxonPruner(threshold, steps);
    }

    @Override
    public Verdict judge(Case judged) {
        Direction direction = judged.facts().direction();
        List<Observation> own = judged.trial().observations();
        Optional<TrialRecord> best = judged.history().best(direction);
        if (own.size() < startup
                || best.isEmpty()
                || best.get().number() == judged.trial().number()) {
            return Verdict.KEEP;
        }
        double[] differences = Pairs.differences(own, best.get().observations(), direction);
        if (differences.length < startup || !isWorse(judged.trial(), best.get(), direction)) {
            return Verdict.KEEP;
        }
        double probability = SignedRanks.probabilityOfLarger(differences);
        return probability < threshold
                ? new Verdict.Stop(String.format(
                        Locale.ROOT,
                        "worse than trial %d on %d instances (Wilcoxon, p = %.3g)",
                        best.get().number(),
                        differences.length,
                        probability))
                : Verdict.KEEP;
    }

    private static boolean isWorse(TrialRecord trial, TrialRecord best, Direction direction) {
        if (!trial.progress().curve().areFinite()) {
            return true;
        }
        double mean = trial.progress().curve().mean();
        return direction.isBetter(best.value().orElseThrow(), mean);
    }
}
