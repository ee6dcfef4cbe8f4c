// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.curves.Curves;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Of;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The default: stops a trial only where the curves of complete trials say that it has hardly a chance left.
 *
 * <p>The criterion is the probability that a trial ends among the best quarter of the complete ones; below 5 % it is stopped. It is
 * estimated from the ranks that complete trials had at the same step and had in the end: Spearman's correlation of the two, of which not
 * the estimate counts but what it is at least, with 95 % confidence for as many trials as there are. So nothing is stopped where early values say nothing
 * of late ones, or the opposite, as in the first rounds of boosting or among late bloomers; and while few trials are complete, only what is far behind where all
 * agree.
 *
 * <ul>
 *   <li>Compared with are complete trials that went on beyond the step, the latest {@value #LATEST} of them, and at least {@value #STARTUP}; so at the end of the
 *       longest training, or beyond, nothing is stopped, and a short training is no measure for a long one.
 *   <li>The trial counts with the better one of its last two values, the others with their last one up to the step: one bad epoch stops nothing,
 *       and neither does a first report. Where a trial's value is a mean of folds, all count with their means up to the step.
 *   <li>One of {@value #CYCLE} trials always runs to its end, so that it is found out if early values mislead.
 *   <li>A trial whose last two values are NaN or infinite is stopped, be it that one too, if no complete trial was ever so; of a mean of folds, one is
 *       enough.
 *   <li>It is looked at in each of the first {@value #FINE} steps, and 8 times while their number doubles after that.
 * </ul>
 *
 * <p>A function of the ranks only: it does not matter whether a metric is an error or its logarithm. What speaks for it, what was
 * measured, and where it gains nothing, is in decision 18.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class AutoPruner implements Pruner {

    static final int STARTUP = 6;
    static final int LATEST = 200;
    static final int CYCLE = 4;
    static final int FINE = 16;
    private static final double BEST = 0.25;

    private final double chance;
    private final int startupTrials;
    private final Schedule schedule;
    private final Columns columns = new Columns(AutoPruner::onTheWay);

    /** Creates a pruner that stops trials with a chance below 5 %, once 6 trials are complete. */
    public AutoPruner() {
        this(0.05, STARTUP, new Schedule(0, 1));
    }

    private AutoPruner(double chance, int startupTrials, Schedule schedule) {
        this.chance = Require.within("chance", chance, 0, 0.25);
        this.startupTrials = Require.atLeast("startupTrials", startupTrials, STARTUP);
        this.schedule = schedule;
    }

    /** Returns the options. */
    @Override
    public String toString() {
        return "chance " + chance + ", after " + startupTrials + " trials, warm-up " + schedule.warmupSteps();
    }

    /**
     * Returns a pruner that is more or less cautious.
     *
     * @param probability below which chance to end among the best quarter a trial is stopped; above 0 and below .25; .05 by default
     */
    public AutoPruner withChance(double probability) {
        return new AutoPruner(probability, startupTrials, schedule);
    }

    /**
     * Returns a pruner that stops nothing before some trials are complete.
     *
     * @param trials at least 6, the default
     */
    public AutoPruner withStartupTrials(int trials) {
        return new AutoPruner(chance, trials, schedule);
    }

    /**
     * Returns a pruner that stops nothing before a step.
     *
     * @param steps the first step at which a trial may be stopped; 0 by default
     */
    public AutoPruner withWarmupSteps(long steps) {
        return new AutoPruner(chance, startupTrials, schedule.withWarmupSteps(steps));
    }

    private static int onTheWay(TrialRecord trial, long step) {
        return Columns.isComplete(trial) && Curves.lastStep(trial.observations()) > step
                ? Curves.until(trial.observations(), step)
                : 0;
    }

    @Override
    public Verdict judge(Case judged) {
        List<Observation> own = judged.trial().observations();
        if (!schedule.isDueBeyondTheFirst(own)
                || !isLook(own)
                || judged.history().count(TrialState.COMPLETE) < startupTrials) {
            return Verdict.KEEP;
        }
        Observation last = own.get(own.size() - 1);
        Prospects prospects = prospects(judged.trial(), judged.history(), judged.facts(), last.step());
        if (prospects.size() < startupTrials) {
            return Verdict.KEEP;
        }
        if (NotFinite.isOver(judged.trial().progress(), judged.facts().aim()) && prospects.areFinite()) {
            return new Verdict.Stop(
                    NotFinite.text(judged.trial().progress(), judged.facts().aim()));
        }
        return judged.trial().number() % CYCLE == CYCLE - 1
                ? Verdict.KEEP
                : verdict(
                        loss(judged.trial().progress(), judged.facts().aim()), prospects, judged.facts(), last.step());
    }

    /** A mean is one of the same folds only with the last of them. */
    private static double loss(Progress progress, Aim aim) {
        int reports = progress.observations().size();
        double last = Losses.of(progress, reports, aim);
        return aim.of() == Of.MEAN ? last : Math.min(last, Losses.of(progress, reports - 1, aim));
    }

    private Verdict verdict(double loss, Prospects prospects, StudyFacts facts, long step) {
        double probability = prospects.chance(loss, BEST);
        return probability < chance
                ? new Verdict.Stop(String.format(
                        Locale.ROOT,
                        "value (%.4g) leaves a chance of %.1f %% to end among the best quarter of %d trials at step %d",
                        facts.direction().asLoss(loss),
                        100 * probability,
                        prospects.size(),
                        step))
                : Verdict.KEEP;
    }

    /** Reads what the complete trials say that went on beyond a step. */
    private Prospects prospects(TrialRecord judged, History history, StudyFacts facts, long step) {
        Direction direction = facts.direction();
        double[] values = columns.values(step, history, facts.aim());
        double[] losses = new double[LATEST];
        double[] ends = new double[LATEST];
        int count = 0;
        for (int number = values.length - 1; number >= 0 && count < LATEST; number--) {
            if (!Double.isNaN(values[number]) && number != judged.number()) {
                losses[count] = Losses.of(values[number], direction);
                ends[count] = direction.asLoss(history.trial(number).value().orElseThrow());
                count++;
            }
        }
        return new Prospects(Arrays.copyOf(losses, count), Arrays.copyOf(ends, count));
    }

    /** Returns whether the last report is the first in one of the spans of steps that a trial is looked at once in. */
    private static boolean isLook(List<Observation> own) {
        return span(own.get(own.size() - 1).step())
                > span(own.get(own.size() - 2).step());
    }

    /** Returns where the span begins that a step is in. */
    private static long span(long step) {
        int exponent = 63 - Long.numberOfLeadingZeros(Math.max(FINE, step));
        return step < FINE ? step : step >> (exponent - 3) << (exponent - 3);
    }
}
