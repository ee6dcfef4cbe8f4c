// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;

/** Proposes the middle of the space again and again. */
final class OnePoint implements Sampler {

    @Override
    public Proposal propose(Ask ask) {
        return Proposal.Try.of(
                ask.space().choose(parameter -> parameter.domain().fromUnit(0.5)));
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "one point";
    }
}
