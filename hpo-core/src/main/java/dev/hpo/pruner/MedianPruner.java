// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Stops a trial whose best value so far, or mean so far where that is its value, is worse than the median of what complete trials had at the same step.
 *
 * <p>The median stopping rule needs no model of the curves and no budget known beforehand, and it stops nearly nothing that
 * would have won as long as early values say something about late ones. Where they do not, as in boosting, where the first rounds favour
 * learning rates that end badly, it does harm: give it a warm-up, or leave the choice to {@link AutoPruner}, the default. The best value of
 * the trial so far is compared, not the last, so that a noisy curve is not stopped for one bad epoch; strictly, so that ties go on. Nothing
 * is stopped at its first report.
 *
 * <p>A complete trial that did not report at that very step counts with its last value before it, so that trials that report
 * every tenth step can be compared with trials that report each, always in favour of the judged trial; one that reported
 * nothing up to then does not count. Values that are NaN or infinite count as the worst possible. Pruned trials are not
 * compared with: they would drag the median towards the values that were too bad.
 *
 * <p>Sources: Golovin et al., "Google Vizier: a service for black-box optimization", KDD 2017, section 3.2.1, which compares
 * with running averages; here the value at the step itself is taken, as Optuna does, since averages over a falling loss curve
 * keep the memory of its beginning.
 *
 * @see PercentilePruner
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class MedianPruner implements Pruner {

    private final PercentileRule rule;
    private final Columns columns = PercentileRule.columns();

    /** Creates a pruner that judges at each step but a trial's first, once 5 trials are complete. */
    public MedianPruner() {
        this(new PercentileRule(50, "median", 5, 5, new Schedule(0, 1)));
    }

    private MedianPruner(PercentileRule rule) {
        this.rule = rule;
    }

    /** Returns the options. */
    @Override
    public String toString() {
        return rule.toString();
    }

    /**
     * Returns a pruner that stops nothing before some trials are complete.
     *
     * @param trials at least 1; 5 by default
     */
    public MedianPruner withStartupTrials(int trials) {
        return new MedianPruner(rule.withStartupTrials(trials));
    }

    /**
     * Returns a pruner that stops nothing unless some complete trials can be compared with at the step.
     *
     * @param trials at least 1; 5 by default
     */
    public MedianPruner withMinimumTrials(int trials) {
        return new MedianPruner(rule.withMinimumTrials(trials));
    }

    /**
     * Returns a pruner that stops nothing before a step.
     *
     * @param steps the first step at which a trial may be stopped; 0 by default
     */
    public MedianPruner withWarmupSteps(long steps) {
        return new MedianPruner(rule.with(rule.schedule().withWarmupSteps(steps)));
    }

    /**
     * Returns a pruner that judges a trial once in each interval of steps: at the first report in it.
     *
     * @param steps the length of an interval, the first of which begins at the end of the warm-up; at least 1, the default
     */
    public MedianPruner withInterval(long steps) {
        return new MedianPruner(rule.with(rule.schedule().withInterval(steps)));
    }

    @Override
    public Verdict judge(Case judged) {
        return rule.judge(judged.trial(), judged.history(), judged.facts(), columns);
    }
}
