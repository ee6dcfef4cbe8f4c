// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.benchmarks.clock.ProcessorTime;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongStudyTests {

    private final List<Ask> asks = new ArrayList<>();

    @Test
    void samplerIsAskedAfterTheHistoryOnly() {
        try (LongStudy study = new LongStudy(recording(), 3, 100)) {
            study.fill(30);
            assertThat(asks).isEmpty();
            study.run(5, new ProcessorTime());
        }

        assertThat(asks).extracting(Ask::number).containsExactly(30, 31, 32, 33, 34);
        assertThat(asks.get(0).history().count(TrialState.COMPLETE)).isEqualTo(30);
        assertThat(asks.get(0).space().parameters()).hasSize(3);
    }

    @Test
    void asksAndTellsAreTimed() {
        AskTell benchmark = new AskTell();
        benchmark.n = 10;
        benchmark.d = 2;
        AskTell.Cost cost = new AskTell.Cost();
        benchmark.fill();
        benchmark.after(cost);
        double after = cost.processor;
        benchmark.until(cost);
        benchmark.close();

        assertThat(after).isPositive();
        assertThat(cost.processor).isGreaterThan(after);
    }

    @Test
    void trialsAreSomeHundredBytesEach() {
        assertThat(Retained.bytesPerTrial("random", 2000, 20)).isBetween(200.0, 20_000.0);
    }

    private Sampler recording() {
        return new Sampler() {
            private final Sampler random = new RandomSampler();

            @Override
            public Proposal propose(Ask ask) {
                asks.add(ask);
                return random.propose(ask);
            }

            @Override
            public String describe(Space<?> space, StudyFacts facts) {
                return random.describe(space, facts);
            }
        };
    }
}
