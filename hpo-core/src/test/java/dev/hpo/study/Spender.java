// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;

/** Chooses at random, and says that it spends steps, or fails to. */
record Spender(boolean promotes, boolean isAtALoss) implements Sampler {

    @Override
    public Proposal propose(Ask ask) {
        return new RandomSampler().propose(ask);
    }

    @Override
    public boolean spendsSteps(History history, StudyFacts facts) {
        if (isAtALoss) {
            throw new IllegalStateException("no idea");
        }
        return true;
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "spender";
    }
}
