// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.numeric.Medians;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Stops a trial whose best value so far is worse than the median of what complete trials had at the same step.
 *
 * <p>The median stopping rule needs no model of the curves and no budget known beforehand, and it stops nearly nothing that
 * would have won as long as early values say something about late ones. The best value of the trial so far is compared, not
 * the last, so that a noisy curve is not stopped for one bad epoch; strictly, so that ties go on.
 *
 * <p>A complete trial that did not report at that very step counts with its last value before it, so that trials that report
 * every tenth step can be compared with trials that report each, always in favour of the judged trial; one that reported
 * nothing up to then does not count. Values that are NaN or infinite count as the worst possible. Pruned trials are not
 * compared with: they would drag the median towards the values that were too bad.
 *
 * <p>Sources: Golovin et al., "Google Vizier: a service for black-box optimization", KDD 2017, section 3.2.1, which compares
 * with running averages; here the value at the step itself is taken, as Optuna does, since averages over a falling loss curve
 * keep the memory of its beginning.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class MedianPruner implements Pruner {

    private final int startupTrials;
    private final int minimumTrials;
    private final long warmupSteps;
    private final long interval;

    /** Creates a pruner that judges at each step once 5 trials are complete. */
    public MedianPruner() {
        this(5, 5, 0, 1);
    }

    private MedianPruner(int startupTrials, int minimumTrials, long warmupSteps, long interval) {
        this.startupTrials = require("startupTrials", startupTrials, 1);
        this.minimumTrials = require("minimumTrials", minimumTrials, 1);
        this.warmupSteps = require("warmupSteps", warmupSteps, 0);
        this.interval = require("interval", interval, 1);
    }

    /** Returns the options. */
    @Override
    public String toString() {
        return "after " + startupTrials + " trials, " + minimumTrials + " at the step, warm-up " + warmupSteps
                + ", interval " + interval;
    }

    /**
     * Returns a pruner that stops nothing before some trials are complete.
     *
     * @param trials at least 1; 5 by default
     */
    public MedianPruner withStartupTrials(int trials) {
        return new MedianPruner(trials, minimumTrials, warmupSteps, interval);
    }

    /**
     * Returns a pruner that stops nothing unless some complete trials can be compared with at the step.
     *
     * @param trials at least 1; 5 by default
     */
    public MedianPruner withMinimumTrials(int trials) {
        return new MedianPruner(startupTrials, trials, warmupSteps, interval);
    }

    /**
     * Returns a pruner that stops nothing before a step.
     *
     * @param steps the first step at which a trial may be stopped; 0 by default
     */
    public MedianPruner withWarmupSteps(long steps) {
        return new MedianPruner(startupTrials, minimumTrials, steps, interval);
    }

    /**
     * Returns a pruner that judges a trial once in each interval of steps: at the first report in it.
     *
     * @param steps the length of an interval, the first of which begins at the end of the warm-up; at least 1, the default
     */
    public MedianPruner withInterval(long steps) {
        return new MedianPruner(startupTrials, minimumTrials, warmupSteps, steps);
    }

    @Override
    public Verdict judge(TrialRecord trial, History history, StudyFacts facts) {
        if (!isDue(trial.observations()) || history.count(TrialState.COMPLETE) < startupTrials) {
            return Verdict.KEEP;
        }
        List<Observation> own = trial.observations();
        long step = own.get(own.size() - 1).step();
        Direction direction = facts.direction();
        double[] losses = lossesAt(step, trial, history, direction);
        if (losses.length < minimumTrials) {
            return Verdict.KEEP;
        }
        double best = own.stream()
                .mapToDouble(observation -> loss(observation, direction))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        double median = Medians.of(losses);
        return best > median
                ? new Verdict.Stop(String.format(
                        Locale.ROOT,
                        "best value so far (%.4g) is worse than the median (%.4g) of %d trials at step %d",
                        direction.asLoss(best),
                        direction.asLoss(median),
                        losses.length,
                        step))
                : Verdict.KEEP;
    }

    /** Whether the last report is after the warm-up and the first in its interval. */
    private boolean isDue(List<Observation> own) {
        if (own.isEmpty()) {
            return false;
        }
        long step = own.get(own.size() - 1).step();
        if (step < warmupSteps) {
            return false;
        }
        long begin = step - (step - warmupSteps) % interval;
        return own.size() == 1 || own.get(own.size() - 2).step() < begin;
    }

    private static double[] lossesAt(long step, TrialRecord judged, History history, Direction direction) {
        return history.trials().stream()
                .filter(trial -> trial.state() == TrialState.COMPLETE && trial.number() != judged.number())
                .map(TrialRecord::observations)
                .filter(observations ->
                        !observations.isEmpty() && observations.get(0).step() <= step)
                .mapToDouble(observations -> loss(Curves.at(observations, step), direction))
                .toArray();
    }

    private static double loss(Observation observation, Direction direction) {
        return Double.isFinite(observation.value()) ? direction.asLoss(observation.value()) : Double.POSITIVE_INFINITY;
    }

    private static int require(String name, int value, int minimum) {
        return (int) require(name, (long) value, minimum);
    }

    private static long require(String name, long value, long minimum) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " (" + value + ") must be at least " + minimum);
        }
        return value;
    }
}
