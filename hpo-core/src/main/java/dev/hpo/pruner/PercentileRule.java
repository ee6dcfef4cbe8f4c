// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.curves.Curves;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Of;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.util.KthSelector;

/**
 * Stops a trial whose best value so far, or mean so far where that is its value, is worse than a percentile of what complete trials had at the same step.
 *
 * @param percentile how many percent of them are as good
 * @param name what the percentile is called
 * @param startupTrials how many complete trials there must be
 * @param minimumTrials how many of them must have reported by then
 */
record PercentileRule(double percentile, String name, int startupTrials, int minimumTrials, Schedule schedule) {

    PercentileRule {
        Require.within("percentile", percentile, 0, 100);
        Require.atLeast("startupTrials", startupTrials, 1);
        Require.atLeast("minimumTrials", minimumTrials, 1);
    }

    PercentileRule withStartupTrials(int trials) {
        return new PercentileRule(percentile, name, trials, minimumTrials, schedule);
    }

    PercentileRule withMinimumTrials(int trials) {
        return new PercentileRule(percentile, name, startupTrials, trials, schedule);
    }

    PercentileRule with(Schedule other) {
        return new PercentileRule(percentile, name, startupTrials, minimumTrials, other);
    }

    /** Returns columns of what complete trials had last at a step. */
    static Columns columns() {
        return new Columns((trial, step) -> Columns.isComplete(trial) ? Curves.until(trial.observations(), step) : 0);
    }

    Verdict judge(TrialRecord trial, History history, StudyFacts facts, Columns columns) {
        List<Observation> own = trial.observations();
        if (!schedule.isDueBeyondTheFirst(own) || history.count(TrialState.COMPLETE) < startupTrials) {
            return Verdict.KEEP;
        }
        long step = Curves.lastStep(own);
        double[] losses = columns.losses(step, history, facts, number -> number != trial.number());
        if (losses.length < minimumTrials) {
            return Verdict.KEEP;
        }
        Direction direction = facts.direction();
        double best = Losses.reached(trial.progress(), own.size(), facts.aim());
        double place = (losses.length - 1) * percentile / 100;
        if (Losses.smaller(losses, best) <= (int) place) {
            // At least as good as the lower of the two values that the percentile lies between.
            return Verdict.KEEP;
        }
        double limit = between(losses, place);
        return best > limit
                ? new Verdict.Stop(NotFinite.ofMean(trial.progress(), facts.aim())
                        .orElseGet(() -> String.format(
                                Locale.ROOT,
                                "%s so far (%.4g) is worse than the %s (%.4g) of %d trials at step %d",
                                facts.aim().of() == Of.MEAN ? "mean" : "best value",
                                direction.asLoss(best),
                                name,
                                direction.asLoss(limit),
                                losses.length,
                                step)))
                : Verdict.KEEP;
    }

    /** Returns what lies at a place in the order of the losses, which may be between two. */
    private static double between(double[] losses, double place) {
        KthSelector selector = new KthSelector();
        int below = (int) place;
        double rest = place - below;
        double lower = selector.select(losses.clone(), null, below);
        double upper = rest == 0 ? lower : selector.select(losses.clone(), null, below + 1);
        return lower == upper ? lower : (1 - rest) * lower + rest * upper;
    }

    @Override
    public String toString() {
        return "after " + startupTrials + " trials, " + minimumTrials + " at the step, " + schedule;
    }
}
