// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.GridSampler;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;

/** A sampler with options, for {@code @SampleWith(FineGrid.class)}. */
// tag::sampler[]
public final class FineGrid implements Sampler {

    private final Sampler grid = new GridSampler().withLevels(9);

    @Override
    public Proposal propose(Ask ask) {
        return grid.propose(ask);
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return grid.describe(space, facts);
    }
}
// end::sampler[]
