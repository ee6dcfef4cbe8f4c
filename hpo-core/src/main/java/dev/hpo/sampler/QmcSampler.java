// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.numeric.ScrambledSobol;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Fills the space evenly with the points of a scrambled Sobol sequence. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class QmcSampler implements Sampler {

    @Override
    public Proposal propose(Ask ask) {
        List<Parameter<?>> parameters = ask.space().parameters();
        ScrambledSobol sobol = new ScrambledSobol(parameters.size(), ask.facts().seed());
        return Proposal.Try.of(ask.space()
                .choose(parameter ->
                        parameter.domain().fromUnit(sobol.coordinate(ask.number(), parameters.indexOf(parameter)))));
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "quasi-random (scrambled Sobol)";
    }
}
