// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.trial.Failure;
import dev.hpo.trial.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegionTests {

    private static final int PATIENCE = 3;

    private final NotedTrials trials = new NotedTrials();

    @Test
    void itsCentreIsTheBestTrial() {
        outside(0.2, 5);
        outside(0.7, 3);
        outside(0.9, 4);
        assertThat(region().center()[0]).isEqualTo(0.7);
        assertThat(region().side()).isEqualTo(Region.SIDE);
    }

    @Test
    void twoSuccessesInARowDoubleIt() {
        outside(0.5, 9);
        inside(0.51, 8);
        assertThat(region().side()).isEqualTo(Region.SIDE);
        inside(0.52, 7);
        assertThat(region().side()).isEqualTo(2 * Region.SIDE);
    }

    @Test
    void failuresInARowHalveItAndTrialsElsewhereDoNotCount() {
        outside(0.5, 9);
        for (int failure = 0; failure < PATIENCE - 1; failure++) {
            inside(0.6, 10);
            outside(0.1, 12);
        }
        assertThat(region().side()).isEqualTo(Region.SIDE);
        inside(0.4, 10);
        assertThat(region().side()).isEqualTo(Region.SIDE / 2);
    }

    @Test
    void whenVerySmallItBeginsAnewAboutTheBestTrialElsewhere() {
        outside(0.5, 1);
        outside(0.52, 1.5);
        outside(0.1, 4);
        outside(0.9, 3);
        double side = region().side();
        while (region().center()[0] == 0.5) {
            assertThat(region().side()).isLessThanOrEqualTo(side);
            side = region().side();
            inside(0.5, 2);
        }
        assertThat(region().center()[0]).as("not the neighbour").isEqualTo(0.9);
        assertThat(region().side()).isEqualTo(Region.SIDE);
        outside(0.3, 0.5);
        assertThat(region().center()[0]).as("a better one takes over").isEqualTo(0.3);
    }

    @Test
    void interruptedTrialsAreNoFailures() {
        outside(0.5, 9);
        Outcome interrupted = NotedTrials.failed(Failure.Kind.INTERRUPTED);
        for (int trial = 0; trial < PATIENCE; trial++) {
            trials.add(0.6, interrupted, NotedTrials.PROPOSED);
        }
        assertThat(region().side()).isEqualTo(Region.SIDE);
    }

    private Region region() {
        return Region.after(trials.rows(), Proposer::complete, PATIENCE);
    }

    private void inside(double at, double loss) {
        add(at, loss, NotedTrials.PROPOSED);
    }

    private void outside(double at, double loss) {
        add(at, loss, NotedTrials.NONE);
    }

    private void add(double at, double loss, Map<String, String> notes) {
        trials.add(at, Outcome.Complete.of(loss), notes);
    }
}
