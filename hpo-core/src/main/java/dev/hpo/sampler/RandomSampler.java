// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Draws each parameter at random, uniform on its scale. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class RandomSampler implements Sampler {

    @Override
    public Proposal propose(Ask ask) {
        return Proposal.Try.of(ask.space()
                .choose(parameter -> parameter.domain().fromUnit(ask.random().nextDouble())));
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "random";
    }
}
