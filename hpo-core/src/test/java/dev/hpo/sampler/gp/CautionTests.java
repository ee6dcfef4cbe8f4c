// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.trial.Failure;
import dev.hpo.trial.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CautionTests {

    private static final Outcome FAILED = NotedTrials.failed(Failure.Kind.EXCEPTION);

    private final NotedTrials trials = new NotedTrials();

    @Test
    void itGrowsWhileProposalsFail_upToALimit_andFallsAgain() {
        assertThat(caution()).isEqualTo(Caution.LEAST);
        add(1, FAILED, NotedTrials.PROPOSED);
        assertThat(caution()).isGreaterThan(1.2 * Caution.LEAST);
        add(40, FAILED, NotedTrials.PROPOSED);
        assertThat(caution()).isEqualTo(Caution.MOST);
        add(10, Outcome.Complete.of(1), NotedTrials.PROPOSED);
        assertThat(caution()).isBetween(0.5 * Caution.MOST, 0.6 * Caution.MOST);
        add(80, Outcome.Complete.of(1), NotedTrials.PROPOSED);
        assertThat(caution()).isEqualTo(Caution.LEAST);
    }

    @Test
    void aFailureInFiveKeepsItAsItIs() {
        add(8, FAILED, NotedTrials.PROPOSED);
        double before = caution();
        for (int round = 0; round < 10; round++) {
            add(1, FAILED, NotedTrials.PROPOSED);
            add(4, Outcome.Complete.of(1), NotedTrials.PROPOSED);
        }
        assertThat(caution()).isCloseTo(before, within(0.15 * before));
    }

    @Test
    void trialThatWasStopped_didNotFail_thoughNothingIsLearnedFromIt() {
        add(20, FAILED, NotedTrials.PROPOSED);
        double before = caution();
        add(10, new Outcome.Pruned("hopeless"), NotedTrials.PROPOSED);
        assertThat(caution()).isLessThan(0.6 * before);
        assertThat(Caution.after(trials.table().ofEnds().rows(), 1)).isEqualTo(caution());
    }

    @Test
    void itDoesNotGrowWhereTheModelKnowsNothing() {
        add(40, FAILED, NotedTrials.PROPOSED);
        assertThat(Caution.after(trials.rows(), 0)).isEqualTo(Caution.LEAST);
        assertThat(Caution.after(trials.rows(), 0.25)).isCloseTo(Math.sqrt(Caution.LEAST * Caution.MOST), within(1e-9));
    }

    @Test
    void trialsOfOthers_andInterruptedOnes_doNotCount() {
        add(20, FAILED, NotedTrials.NONE);
        add(20, NotedTrials.failed(Failure.Kind.INTERRUPTED), NotedTrials.PROPOSED);
        assertThat(caution()).isEqualTo(Caution.LEAST);
    }

    private double caution() {
        return Caution.after(trials.rows(), 1);
    }

    private void add(int count, Outcome outcome, Map<String, String> notes) {
        for (int i = 0; i < count; i++) {
            trials.add(0.01 * i, outcome, notes);
        }
    }
}
