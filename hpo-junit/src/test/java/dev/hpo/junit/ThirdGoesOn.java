// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.pruner.Case;
import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Comparator;
import java.util.List;

/** Pauses all trials at step 3, and lets the best third of them go on when all have begun and ended. */
public final class ThirdGoesOn implements Sampler, Pruner {

    private final Sampler starts = new RandomSampler();

    @Override
    public Verdict judge(Case judged) {
        boolean isDue = judged.trial().lastObservation().orElseThrow().step() == 3
                && !judged.trial().isPromotion();
        return isDue ? new Verdict.Pause("the best third goes on") : Verdict.KEEP;
    }

    @Override
    public Proposal propose(Ask ask) {
        History history = ask.history();
        if (history.counted() < ask.facts().trials()) {
            return starts.propose(ask);
        }
        if (history.count(TrialState.RUNNING) > 0) {
            return new Proposal.Wait();
        }
        List<TrialRecord> best = history.trials().stream()
                .filter(TrialRecord::isPaused)
                .sorted(Comparator.comparingDouble(
                        trial -> trial.lastObservation().orElseThrow().value()))
                .toList();
        return best.stream()
                .limit(best.size() / 3)
                .filter(trial -> !history.isContinued(trial.number()))
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
        return "a third goes on";
    }
}
