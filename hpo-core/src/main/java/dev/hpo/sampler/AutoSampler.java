// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The default: chooses how to sample from what is known of the space and the study.
 *
 * <p>It is {@link QmcSampler} for every space and budget: evenly spread points that do not learn from results.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class AutoSampler implements Sampler {

    private final Sampler sampler = new QmcSampler();

    /** Creates the sampler. */
    public AutoSampler() {}

    @Override
    public Proposal propose(Ask ask) {
        return sampler.propose(ask);
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "auto: " + sampler.describe(space, facts);
    }
}
