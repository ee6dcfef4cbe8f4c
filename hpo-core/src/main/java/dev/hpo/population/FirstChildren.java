// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.AutoSampler;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.QmcSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;

/**
 * Where the children of a panda begin: the first ones evenly spread, as a model of so few knows nothing, and the others where the default sampler has them begin; all of them if
 * there are earlier studies to learn from. A configuration that the type rejects is no child, and teaches nothing of values.
 */
final class FirstChildren implements Sampler {

    private static final int FIRST = 4;

    private final Sampler even = new QmcSampler();
    private final Sampler taught = new AutoSampler();

    @Override
    public Proposal propose(Ask ask) {
        boolean knowsNothing =
                ask.history().counted() < FIRST && ask.facts().earlier().isEmpty();
        return (knowsNothing ? even : taught).propose(ask);
    }

    @Override
    public boolean learnsFromEarlier() {
        return taught.learnsFromEarlier();
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        String rest = taught.describe(space, facts);
        return facts.earlier().isEmpty() ? rest + ", after " + FIRST + " evenly spread ones" : rest;
    }
}
