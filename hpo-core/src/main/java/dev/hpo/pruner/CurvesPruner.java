// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.curves.CurveModel;
import dev.hpo.curves.CurveModels;
import dev.hpo.curves.Ladder;
import dev.hpo.curves.Prospect;
import dev.hpo.curves.Resumption;
import dev.hpo.trial.History;
import dev.hpo.trial.SpentSteps;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Stops or pauses a trial that a model of all curves gives less than a tenth of a chance to end better than the best complete one.
 *
 * <p>The model knows the configurations too: it predicts what each part of the training adds, with a Gaussian process for each, from all trials that are through with that
 * part, stopped ones among them. The sampler {@code CurvesSampler} reads the same model, chooses by what stopped trials would have come to, and goes on with paused ones.
 *
 * <p>What it does depends on whether trials can be gone on with. A study is <em>resuming</em> once its first complete trial had something in its checkpoint at the first step at which
 * it could have been paused, and until a trial that was to go on with another begins anew; its sampler has to go on with paused trials. T is the last step of a full training: the largest of a complete
 * trial, or {@code hpo.steps} if that is larger.
 *
 * <ul>
 *   <li><em>Resuming</em>: trials are looked at when they come to T/27, T/9 and T/3. In the first eight trainings' worth of steps each pauses at each of these, so
 *       that very many begin; the sampler goes on with those that promise most, half of them at each level. Later on, and while trials do not keep their order on the way there, a trial
 *       is judged once, at T/3.
 *   <li><em>Stopping</em>: trials are looked at when they come to T/9 and T/3, but never at their first report, and those without a chance are stopped for good.
 *   <li>A trial whose value is not finite when it is looked at is stopped, but not at its first report.
 *   <li>While no trial is complete nothing is stopped or paused: it is not known how long a training is, nor whether trials save anything.
 *   <li>Of every four trials that begin one is complete, or else nobody would find out that early values mislead: while fewer are, none is judged.
 *   <li>What is not known counts for more the fewer trials have told of it.
 *   <li>Steps at which complete trials were in another order than in the end stop nothing, and do not count where a trial is judged to pause. Nothing is stopped or judged if what trials
 *       report last has little to do with the final value they report apart, and nothing pauses while a model of ends alone predicts complete trials better.
 * </ul>
 *
 * <p>Where it gains and loses, with figures: decisions 22 and 24. Resuming, it is far ahead of no pruning up to thirty trainings' worth of steps, and level with it after fifty.
 * It loses up to about twenty where what is good in the end is bad for long (late bloomers, plateaus) or where early values are nothing but noise: eight trainings' worth, or
 * fewer if that shows, go to beginnings that say nothing. Where early losses are many times larger than late ones it stops nothing. It is not the default.
 *
 * <p>Sources: those of the model; Swersky, Snoek and Adams, "Freeze-thaw Bayesian optimization", 2014, for judging by the predicted end and going on with what was paused; Li et
 * al., "A system for massively parallel hyperparameter tuning" (ASHA), MLSys 2020, for the share that goes on from each level.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class CurvesPruner implements Pruner {

    private static final int LOOKS = 2;
    private static final int CYCLE = 4;

    private final double chance;
    private final CurveModels models = new CurveModels();

    /** Creates a pruner that stops trials with a chance below 10 % to become the best. */
    public CurvesPruner() {
        this(0.1);
    }

    private CurvesPruner(double chance) {
        this.chance = Require.within("chance", chance, 0, 0.5);
    }

    /**
     * Returns a pruner that is more or less cautious.
     *
     * @param probability below which chance to end as the best a trial is stopped; above 0 and below .5; .1 by default
     */
    public CurvesPruner withChance(double probability) {
        return new CurvesPruner(probability);
    }

    /** Returns the options. */
    @Override
    public String toString() {
        return "chance " + chance;
    }

    @Override
    public Verdict judge(Case judged) {
        TrialRecord trial = judged.trial();
        OptionalLong end =
                SpentSteps.training(judged.history(), judged.facts().budget().steps());
        // At any other report there is nothing to do.
        if (end.isEmpty() || isToFinish(trial) || isNoLook(Resumption.ladder(end.getAsLong()), trial)) {
            return Verdict.KEEP;
        }
        return course(judged)
                .map(course -> resuming(judged, course))
                .orElseGet(() -> stopping(judged, Ladder.of(end.getAsLong(), LOOKS)));
    }

    private Optional<Resumption> course(Case judged) {
        return judged.mayPause()
                ? models.resumption(judged.space(), judged.history(), judged.facts())
                : Optional.empty();
    }

    private static boolean isToFinish(TrialRecord trial) {
        return trial.start().origin().notes().containsKey(Resumption.FINISHES);
    }

    /** Returns whether a trial has come to no level with its last report, or to the end. */
    private static boolean isNoLook(Ladder ladder, TrialRecord trial) {
        OptionalInt level = ladder.reached(trial);
        return level.isEmpty() || ladder.isEnd(level.getAsInt());
    }

    private Verdict stopping(Case judged, Ladder ladder) {
        TrialRecord trial = judged.trial();
        OptionalInt level = ladder.reached(trial);
        if (trial.observations().size() < 2 || isNoLook(ladder, trial) || isForced(judged)) {
            return Verdict.KEEP;
        }
        if (!isFinite(judged)) {
            return broken(judged);
        }
        CurveModel model = without(judged, ladder);
        if (!model.isTelling(level.getAsInt())) {
            return Verdict.KEEP;
        }
        double probability = prospect(judged, model).chance(model.best());
        return probability < chance ? new Verdict.Stop(reason(probability, judged)) : Verdict.KEEP;
    }

    private Verdict resuming(Case judged, Resumption course) {
        Ladder ladder = course.ladder();
        if (judged.trial().observations().size() > 1 && !isFinite(judged)) {
            return broken(judged);
        }
        if (course.isExploring()) {
            return new Verdict.Pause("first of many, at step " + step(judged));
        }
        if (!ladder.isEnd(ladder.reached(judged.trial()).getAsInt() + 1) || isForced(judged)) {
            return Verdict.KEEP;
        }
        CurveModel model = without(judged, ladder);
        if (!model.isBetter() || model.areMisleading()) {
            return Verdict.KEEP;
        }
        Prospect prospect = prospect(judged, model);
        double probability = prospect.chance(model.best());
        return probability >= chance || prospect.mean() < model.lowest()
                ? Verdict.KEEP
                : new Verdict.Pause(reason(probability, judged));
    }

    private CurveModel without(Case judged, Ladder ladder) {
        return models.without(judged.trial().number(), judged.space(), ladder, judged.history(), judged.facts());
    }

    private Prospect prospect(Case judged, CurveModel model) {
        double[] point = models.encoding(judged.space()).encode(judged.trial().configuration());
        return model.cautious(judged.trial(), point);
    }

    private static boolean isFinite(Case judged) {
        TrialRecord trial = judged.trial();
        OptionalDouble now = judged.facts()
                .aim()
                .value(trial.progress(), trial.observations().size());
        return now.isEmpty() || Double.isFinite(now.getAsDouble());
    }

    private static Verdict broken(Case judged) {
        return new Verdict.Stop("its value at step " + step(judged) + " is not finite");
    }

    private static long step(Case judged) {
        return judged.trial().lastStep().orElseThrow();
    }

    private static String reason(double probability, Case judged) {
        return String.format(
                Locale.ROOT,
                "curves leave a chance of %.1f %% to end better than the best of %d trials at step %d",
                100 * probability,
                judged.history().count(TrialState.COMPLETE),
                step(judged));
    }

    /** Of every four trials one is complete, or else nobody would find out that early values mislead. */
    private static boolean isForced(Case judged) {
        History history = judged.history();
        return CYCLE * history.count(TrialState.COMPLETE) < history.counted() - history.silent();
    }
}
