// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import java.math.BigDecimal;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Stops a trial whose best value so far, or mean so far where that is its value, is not among the best percent of what complete trials had at the same step.
 *
 * <p>It is {@link MedianPruner}, which says how trials are compared, with another limit than the middle: 25 lets only those go on that are as
 * good as the best quarter, 75 stops only those that are worse than three of four. The percentile lies between two values
 * as in Optuna's pruner of this name.
 *
 * <p>Source: Golovin et al., "Google Vizier: a service for black-box optimization", KDD 2017, section 3.2.1, for the median.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class PercentilePruner implements Pruner {

    private final PercentileRule rule;
    private final Columns columns = PercentileRule.columns();

    /** Creates a pruner for the best quarter, which judges at each step but a trial's first, once 5 trials are complete. */
    public PercentilePruner() {
        this(25);
    }

    /**
     * Creates a pruner, which judges at each step but a trial's first, once 5 trials are complete.
     *
     * @param percentile which best percent of the complete trials a trial must be as good as, above 0 and below 100
     */
    public PercentilePruner(double percentile) {
        this(new PercentileRule(percentile, name(percentile), 5, 5, new Schedule(0, 1)));
    }

    private PercentilePruner(PercentileRule rule) {
        this.rule = rule;
    }

    private static String name(double percentile) {
        return Double.isFinite(percentile)
                ? "best "
                        + new BigDecimal(String.valueOf(percentile))
                                .stripTrailingZeros()
                                .toPlainString() + " %"
                : "";
    }

    /** Returns the options. */
    @Override
    public String toString() {
        return rule.name() + " " + rule;
    }

    /**
     * Returns a pruner with another limit.
     *
     * @param percentile above 0 and below 100; 25 by default
     */
    public PercentilePruner withPercentile(double percentile) {
        return new PercentilePruner(new PercentileRule(
                percentile, name(percentile), rule.startupTrials(), rule.minimumTrials(), rule.schedule()));
    }

    /**
     * Returns a pruner that stops nothing before some trials are complete.
     *
     * @param trials at least 1; 5 by default
     */
    public PercentilePruner withStartupTrials(int trials) {
        return new PercentilePruner(rule.withStartupTrials(trials));
    }

    /**
     * Returns a pruner that stops nothing unless some complete trials can be compared with at the step.
     *
     * @param trials at least 1; 5 by default
     */
    public PercentilePruner withMinimumTrials(int trials) {
        return new PercentilePruner(rule.withMinimumTrials(trials));
    }

    /**
     * Returns a pruner that stops nothing before a step.
     *
     * @param steps the first step at which a trial may be stopped; 0 by default
     */
    public PercentilePruner withWarmupSteps(long steps) {
        return new PercentilePruner(rule.with(rule.schedule().withWarmupSteps(steps)));
    }

    /**
     * Returns a pruner that judges a trial once in each interval of steps: at the first report in it.
     *
     * @param steps the length of an interval, the first of which begins at the end of the warm-up; at least 1, the default
     */
    public PercentilePruner withInterval(long steps) {
        return new PercentilePruner(rule.with(rule.schedule().withInterval(steps)));
    }

    @Override
    public Verdict judge(Case judged) {
        return rule.judge(judged.trial(), judged.history(), judged.facts(), columns);
    }
}
