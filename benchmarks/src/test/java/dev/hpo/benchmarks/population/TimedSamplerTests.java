// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.benchmarks.clock.ProcessorTime;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimedSamplerTests {

    private static final double LONG = 20;
    private static final StudyFacts FACTS = new StudyFacts("quadratic", Direction.MINIMIZE, 7, 100, 1);

    /** Needs long to say what it keeps, and no time to propose. */
    private static final class SlowToKeep implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            return new Proposal.Wait();
        }

        @Override
        public boolean forks() {
            return true;
        }

        @Override
        public Set<Integer> keeps(History history, StudyFacts facts) {
            ProcessorTime time = new ProcessorTime();
            while (1e3 * time.seconds() < LONG) {
                time.start();
                double unused = Math.sin(history.size());
                time.stop();
            }
            return Set.of();
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "slow to keep";
        }
    }

    private final TimedSampler sampler = new TimedSampler(new SlowToKeep());

    /** The start begins without a proposal; of the next two proposals nothing comes; then one begins, and one more without asking. */
    @Test
    void whatIsKept_belongsToTheProposalThatHasBegun() {
        keep();
        propose();
        propose();
        propose();
        keep();
        keep();

        assertThat(sampler.milliseconds()).hasSize(5);
        assertThat(sampler.milliseconds().stream().map(time -> time >= LONG))
                .containsExactly(true, false, false, true, true);
    }

    private void propose() {
        sampler.propose(new Ask(RaisedPopulation.space(), History.empty(), FACTS, 0, new Random(1)));
    }

    private void keep() {
        assertThat(sampler.keeps(History.empty(), FACTS)).isEmpty();
    }
}
