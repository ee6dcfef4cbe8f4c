// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.curves.CurveModel;
import dev.hpo.curves.CurveModels;
import dev.hpo.curves.Ladder;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Stops a trial that a model of all curves gives less than a tenth of a chance to end better than the best complete one.
 *
 * <p>A trial is looked at twice: at its first report from a ninth and from a third of the longest complete training on. The model knows the
 * configurations too: it predicts what each part of the training adds, with a Gaussian process for each, from all trials that are through with that part, stopped ones among
 * them. The sampler {@code CurvesSampler} reads the same model, and chooses by what stopped trials would have come to.
 *
 * <ul>
 *   <li>While no trial is complete it is not known how long a training is, and nothing is stopped. Nor is anything at a first report.
 *   <li>Of every four trials one is complete, or else nobody would find out that early values mislead.
 *   <li>What is not known counts for more the fewer trials have told of it.
 *   <li>Steps at which complete trials were in another order than in the end stop nothing; nor does any, if what trials report last has little to do with the
 *       final value they report apart.
 * </ul>
 *
 * <p>It gains most while budgets are small, in up to twenty full trainings' worth of steps. It loses where what is good in the end is bad for long: that is stopped for
 * good, and no rule of early values can know better. Where early losses are many times larger than late ones it stops nothing. Decision 22 has
 * the figures, and says why it is not the default.
 *
 * <p>Sources: those of the model; Swersky, Snoek and Adams, "Freeze-thaw Bayesian optimization", 2014, for judging by the predicted end.
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
        OptionalLong end = trial.observations().size() < 2 ? OptionalLong.empty() : Ladder.end(judged.history());
        if (end.isEmpty()) {
            return Verdict.KEEP;
        }
        Ladder ladder = Ladder.of(end.getAsLong(), LOOKS);
        OptionalInt level = ladder.reached(trial);
        if (level.isEmpty() || ladder.isEnd(level.getAsInt()) || isForced(judged)) {
            return Verdict.KEEP;
        }
        CurveModel model = models.without(trial.number(), judged.space(), ladder, judged.history(), judged.facts());
        if (!model.isTelling(level.getAsInt())) {
            return Verdict.KEEP;
        }
        double probability = model.chance(trial, models.encoding(judged.space()).encode(trial.configuration()));
        return probability < chance ? stop(probability, judged) : Verdict.KEEP;
    }

    private static Verdict stop(double probability, Case judged) {
        return new Verdict.Stop(String.format(
                Locale.ROOT,
                "curves leave a chance of %.1f %% to end better than the best of %d trials at step %d",
                100 * probability,
                judged.history().count(TrialState.COMPLETE),
                judged.trial().lastObservation().orElseThrow().step()));
    }

    /** Of every four trials one is complete, or else nobody would find out that early values mislead. */
    private static boolean isForced(Case judged) {
        History history = judged.history();
        int complete = history.count(TrialState.COMPLETE);
        int all = complete + history.count(TrialState.PRUNED) + history.count(TrialState.RUNNING);
        return CYCLE * complete < all;
    }
}
