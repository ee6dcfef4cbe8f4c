// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.population;

import dev.hpo.benchmarks.clock.ProcessorTime;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Takes the processor time of each decision of another sampler: what comes next, and what is kept when that has begun. What begins without a proposal, and a proposal of which nothing comes, as where
 * a configuration is rejected, are decisions of their own.
 */
final class TimedSampler implements Sampler {

    private final Sampler sampler;
    private final List<Double> milliseconds = new ArrayList<>();

    /** Whether the last decision is a proposal of which nothing is known to have begun. */
    private boolean isOpen;

    TimedSampler(Sampler sampler) {
        this.sampler = sampler;
    }

    @Override
    public Proposal propose(Ask ask) {
        ProcessorTime time = new ProcessorTime();
        time.start();
        Proposal proposal = sampler.propose(ask);
        time.stop();
        milliseconds.add(1e3 * time.seconds());
        isOpen = true;
        return proposal;
    }

    @Override
    public void requireFit(Space<?> space, StudyFacts facts) {
        sampler.requireFit(space, facts);
    }

    @Override
    public boolean forks() {
        return sampler.forks();
    }

    @Override
    public Set<Integer> keeps(History history, StudyFacts facts) {
        ProcessorTime time = new ProcessorTime();
        time.start();
        Set<Integer> kept = sampler.keeps(history, facts);
        time.stop();
        double before = isOpen ? milliseconds.remove(milliseconds.size() - 1) : 0;
        milliseconds.add(before + 1e3 * time.seconds());
        isOpen = false;
        return kept;
    }

    @Override
    public OptionalLong until(TrialRecord trial) {
        return sampler.until(trial);
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return sampler.describe(space, facts);
    }

    /** Returns how long each decision took, with what is kept after it. */
    List<Double> milliseconds() {
        return List.copyOf(milliseconds);
    }
}
