// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.pruner.Case;
import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.QmcSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Comparator;
import java.util.List;

/** A sampler and a pruner that train every configuration for three steps, and the best third of them to the end. */
// tag::pair[]
public final class ThirdGoesOn implements Sampler, Pruner {

    private static final int STEP = 3;
    private final Sampler starts = new QmcSampler();

    @Override
    public Verdict judge(Case judged) {
        boolean isDue = judged.trial().lastObservation().orElseThrow().step() == STEP
                && !judged.trial().isPromotion();
        return isDue ? new Verdict.Pause("the best third goes on") : Verdict.KEEP;
    }

    @Override
    public Proposal propose(Ask ask) {
        if (ask.history().counted() < ask.facts().trials()) {
            return starts.propose(ask);
        }
        if (ask.history().count(TrialState.RUNNING) > 0) {
            return new Proposal.Wait(); // any of them may pause yet, and be among the best
        }
        List<TrialRecord> best = ask.history().trials().stream()
                .filter(TrialRecord::isPaused)
                .sorted(Comparator.comparingDouble(trial -> ask.facts()
                        .direction()
                        .asLoss(trial.lastObservation().orElseThrow().value())))
                .toList();
        return best.stream()
                .limit((best.size() + 2) / 3)
                .filter(trial -> !ask.history().isContinued(trial.number()))
                .findFirst()
                .<Proposal>map(trial -> Proposal.Promote.of(trial.number()))
                .orElseGet(() -> new Proposal.Exhausted("the best third has gone on"));
    }

    @Override
    public boolean promotes() {
        return true;
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "quasi-random; the best third goes on after step " + STEP;
    }
}
// end::pair[]
