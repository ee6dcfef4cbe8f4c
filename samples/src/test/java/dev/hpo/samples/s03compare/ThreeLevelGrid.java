// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s03compare;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.GridSampler;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;

/** A grid of three values a hyperparameter: 3 by 3 by 3 points for three of them. */
final class ThreeLevelGrid implements Sampler {
    private final Sampler grid = new GridSampler().withLevels(3);

    @Override
    public Proposal propose(Ask ask) {
        return grid.propose(ask);
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return grid.describe(space, facts);
    }
}
