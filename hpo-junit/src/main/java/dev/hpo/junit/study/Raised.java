// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.population.Nudge;
import dev.hpo.population.PopulationPlan;
import dev.hpo.population.PopulationSampler;
import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.storage.RunId;
import dev.hpo.study.StudySpec;
import java.util.Optional;

/**
 * The population that a test raises.
 *
 * @param plan how
 */
record Raised(PopulationPlan plan) {

    /** Returns the population that a study raises; empty if it is an ordinary one. */
    static Optional<Raised> of(StudySpec spec) {
        return spec.sampler() instanceof PopulationSampler sampler
                ? Optional.of(new Raised(sampler.plan()))
                : Optional.empty();
    }

    /**
     * Returns the study that raises it. Its sampler ends it, and no trial is stopped before the end of its segment.
     *
     * @param starts chooses where members begin; empty for the usual choice
     * @throws TuningConfigurationException if it cannot choose that
     */
    StudySpec spec(StudySpec common, Optional<Sampler> starts) {
        starts.filter(sampler -> sampler.promotes() || sampler.forks()).ifPresent(sampler -> {
            throw new TuningConfigurationException(
                    "sampler (" + sampler.getClass().getSimpleName() + ") must choose where the members of "
                            + common.name()
                            + " begin, and not go on with trials itself; take another one, or leave it out.");
        });
        Sampler sampler =
                starts.map(chosen -> new PopulationSampler(plan, chosen)).orElseGet(() -> new PopulationSampler(plan));
        return common.withSampler(sampler).withPruner(new NopPruner()).withTrials(Integer.MAX_VALUE);
    }

    /** Returns a study that goes on with a run, and in which what a human wants to be nudged is tried from now on, not in a segment that has been. */
    static StudySpec nudgedFromNow(StudySpec spec, RunId run, Space<?> space) {
        if (!(spec.sampler() instanceof PopulationSampler sampler)) {
            return spec;
        }
        Optional<Nudge> nudge = sampler.plan().panda().nudge();
        return nudge.map(wanted -> {
                    int trials = spec.storage().trials(run, space).size();
                    PopulationPlan plan =
                            sampler.plan().withPanda(sampler.plan().panda().withNudge(wanted.from(trials)));
                    return spec.withSampler(sampler.with(plan));
                })
                .orElse(spec);
    }
}
