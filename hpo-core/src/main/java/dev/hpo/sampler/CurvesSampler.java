// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.curves.Resumption;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.SpentSteps;
import dev.hpo.trial.StudyFacts;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What {@link AutoSampler} is, but where trials have been stopped early or are paused it chooses by what they would have come to, as a model of all learning curves says; and it goes on with
 * paused ones. For use with {@link dev.hpo.pruner.CurvesPruner}, which stops and pauses by the same model and says what <em>resuming</em> means.
 *
 * <p>The model predicts what each part of the training adds, with a Gaussian process of the configuration for each, from all trials that are through with that part. So no trial that
 * was stopped is taken as merely no better than the median, as the other samplers do; and a new one promises most that has the largest expected improvement of its predicted end.
 *
 * <p>In a study that is resuming, all trials are those of the model, and {@code trials} are full trainings' worth of steps: any number of trials may begin. What goes on:
 *
 * <ol>
 *   <li>In the first eight trainings' worth of steps, from the highest level down: if fewer than half of the trials that have come to a level have gone on to the next, the paused one at that level
 *       whose end has the largest expected improvement.
 *   <li>After that, a paused trial that is more likely than not to end better than the best complete one.
 *   <li>Before the budget is spent, the paused trial that is expected to end best, if that is better than the best complete one and there is no time for it after what else would
 *       be done. So the best of a study is, where there is time for that, what it thinks is the best, trained to its end. So
 *       are all others, one after the other, when a finite space has no new point left.
 * </ol>
 *
 * <p>Where errors of the parts add up so that a model of ends alone predicts complete trials better, if each is left out, that one chooses new trials of a study that is resuming. While no trial was stopped, none is complete or the study
 * is warm, it is the other sampler. Decisions 22 and 24 have the figures.
 *
 * <p>Source: the pruner's.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class CurvesSampler implements Sampler {

    private final Foresight foresight = new Foresight();
    private final Sampler auto = new AutoSampler(foresight);

    /** Creates the sampler. */
    public CurvesSampler() {}

    @Override
    public Proposal propose(Ask ask) {
        return (Resumption.isResuming(ask.history(), ask.facts()) ? foresight : auto).propose(ask);
    }

    @Override
    public boolean promotes() {
        return true;
    }

    @Override
    public boolean spendsSteps(History history, StudyFacts facts) {
        return Resumption.saves(history, facts);
    }

    @Override
    public boolean learnsFromEarlier() {
        return auto.learnsFromEarlier();
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "curves, " + auto.describe(space, facts);
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts, History history) {
        if (Resumption.isResuming(history, facts)) {
            return "curves (resuming), " + foresight.describe(space, facts);
        }
        String variant = SpentSteps.training(history, facts.budget().steps()).isPresent() ? " (stopping), " : ", ";
        return "curves" + variant + auto.describe(space, facts);
    }
}
