// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What {@link AutoSampler} is, but where trials have been stopped early it chooses by what they would have come to, as a model of all learning curves says. For use with
 * {@link dev.hpo.pruner.CurvesPruner}, which stops by the same model.
 *
 * <p>The model predicts what each part of the training adds, with a Gaussian process of the configuration for each, from all trials that are through with that part. So no trial that
 * was stopped is taken as merely no better than the median, as the other samplers do; and a new one promises most that has the largest expected improvement of its predicted end.
 *
 * <p>While no trial was stopped, none is complete, all early values mislead or the study is warm, it is the other one. It gains while budgets are small, and loses the precision
 * that {@link GpSampler} has late, as the errors of the parts add up: with few stopped trials that one is the better choice. Decision 22 has the figures.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class CurvesSampler implements Sampler {

    private final Sampler auto = new AutoSampler(new Foresight());

    /** Creates the sampler. */
    public CurvesSampler() {}

    @Override
    public Proposal propose(Ask ask) {
        return auto.propose(ask);
    }

    @Override
    public boolean learnsFromEarlier() {
        return auto.learnsFromEarlier();
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "curves, " + auto.describe(space, facts);
    }
}
