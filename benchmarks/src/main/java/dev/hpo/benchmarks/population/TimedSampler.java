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

/** Takes the processor time of each decision of another sampler: what comes next, and what is kept. */
final class TimedSampler implements Sampler {

    private final Sampler sampler;
    private final List<Double> proposals = new ArrayList<>();
    private final List<Double> keeping = new ArrayList<>();

    TimedSampler(Sampler sampler) {
        this.sampler = sampler;
    }

    @Override
    public Proposal propose(Ask ask) {
        ProcessorTime time = new ProcessorTime();
        time.start();
        Proposal proposal = sampler.propose(ask);
        time.stop();
        proposals.add(1e3 * time.seconds());
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
        keeping.add(1e3 * time.seconds());
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
        List<Double> all = new ArrayList<>();
        for (int decision = 0; decision < proposals.size(); decision++) {
            all.add(proposals.get(decision) + (decision < keeping.size() ? keeping.get(decision) : 0));
        }
        return all;
    }
}
