// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.trial.Observation;
import dev.hpo.trial.Of;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Stops a trial that diverges: one whose last value is NaN or infinite, below a lower bound or above an upper one.
 * Where a trial's value is the mean of its folds, the mean so far stands for the last value.
 *
 * <p>The bounds say what no training that is worth going on with reports, whichever way is better: a loss above 100, an accuracy
 * below .1. It compares with no other trial, and so judges the first report too. A metric that is NaN now and then and recovers, as a
 * ratio of counts that are zero in the beginning, needs a warm-up.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class ThresholdPruner implements Pruner {

    private final double lower;
    private final double upper;
    private final Schedule schedule;

    /** Creates a pruner without bounds, which stops at any step what is NaN or infinite. */
    public ThresholdPruner() {
        this(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, new Schedule(0, 1));
    }

    private ThresholdPruner(double lower, double upper, Schedule schedule) {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "lower (" + lower + ") must be at most upper (" + upper + "), and neither NaN");
        }
        this.lower = lower;
        this.upper = upper;
        this.schedule = schedule;
    }

    /** Returns the options. */
    @Override
    public String toString() {
        return "values from " + lower + " to " + upper + ", " + schedule;
    }

    /**
     * Returns a pruner that stops trials with values below a bound.
     *
     * @param bound at most the upper one; negative infinity, the default, for none
     */
    public ThresholdPruner withLower(double bound) {
        return new ThresholdPruner(bound, upper, schedule);
    }

    /**
     * Returns a pruner that stops trials with values above a bound.
     *
     * @param bound at least the lower one; positive infinity, the default, for none
     */
    public ThresholdPruner withUpper(double bound) {
        return new ThresholdPruner(lower, bound, schedule);
    }

    /**
     * Returns a pruner that stops nothing before a step.
     *
     * @param steps the first step at which a trial may be stopped; 0 by default
     */
    public ThresholdPruner withWarmupSteps(long steps) {
        return new ThresholdPruner(lower, upper, schedule.withWarmupSteps(steps));
    }

    /**
     * Returns a pruner that judges a trial once in each interval of steps: at the first report in it.
     *
     * @param steps the length of an interval, the first of which begins at the end of the warm-up; at least 1, the default
     */
    public ThresholdPruner withInterval(long steps) {
        return new ThresholdPruner(lower, upper, schedule.withInterval(steps));
    }

    @Override
    public Verdict judge(Case judged) {
        List<Observation> own = judged.trial().observations();
        if (!schedule.isDue(own)) {
            return Verdict.KEEP;
        }
        Observation last = own.get(own.size() - 1);
        double value = judged.facts().aim().of() == Of.MEAN
                ? judged.facts()
                        .aim()
                        .value(judged.trial().progress(), own.size())
                        .orElse(last.value())
                : last.value();
        String at = " at step " + last.step();
        if (!Double.isFinite(value)) {
            return new Verdict.Stop(
                    NotFinite.ofMean(judged.trial().progress(), judged.facts().aim())
                            .orElseGet(() -> "value (" + value + ") is not finite" + at));
        } else if (value < lower) {
            return new Verdict.Stop("value (" + value + ") is below " + lower + at);
        } else if (value > upper) {
            return new Verdict.Stop("value (" + value + ") is above " + upper + at);
        }
        return Verdict.KEEP;
    }
}
