// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Table;
import dev.hpo.numeric.Purpose;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a study tells about its hyperparameters. Immutable; the same for the same study, seed and trials.
 *
 * <p>All of it is told by a model of the values over the whole search space, where every value of a hyperparameter counts as much as any
 * other on its scale. The model is of the ranks of the values, so that a few very bad trials do not decide everything, and of the ranks that
 * they would have if configurations had been drawn at random, so that it makes no difference how often a sampler has tried good ones. Pruned
 * trials are taken as no better than the median of the complete ones, failed ones are left out.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Analysis {

    private final Importance importance;

    private Analysis(Importance importance) {
        this.importance = importance;
    }

    /**
     * Analyses a study.
     *
     * @param space the space that is searched
     * @param history the trials so far; there may be none
     * @param facts the study's aim and seed
     */
    public static Analysis of(Space<?> space, History history, StudyFacts facts) {
        Encoding encoding = Encoding.of(space);
        Evaluated evaluated = new Evaluated(Table.of(encoding, facts.aim(), history));
        Optional<String> shortage = evaluated.shortage();
        if (shortage.isPresent()) {
            return new Analysis(Importance.none(shortage.get(), evaluated.size()));
        }
        RandomGenerator random = Purpose.ANALYSIS.generator(facts.seed());
        Surrogate surrogate = new Surrogate(new Lattice(encoding), evaluated.sample(), random);
        if (surrogate.trees().isEmpty()) {
            return new Analysis(Importance.none(Evaluated.TOO_ALIKE, evaluated.size()));
        }
        return new Analysis(new FunctionalAnova(evaluated, surrogate, random).importance());
    }

    /** Returns how much each hyperparameter matters. */
    public Importance importance() {
        return importance;
    }
}
