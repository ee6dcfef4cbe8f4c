// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import static dev.hpo.pruner.MadeTrials.completeWith;
import static dev.hpo.pruner.MadeTrials.facts;
import static dev.hpo.pruner.MadeTrials.isStopped;
import static dev.hpo.pruner.MadeTrials.progress;
import static dev.hpo.pruner.MadeTrials.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WilcoxonPrunerTests {

    private final WilcoxonPruner pruner = new WilcoxonPruner();

    /** One whose instances have a mean of 3, and a worse one. */
    private final History two =
            History.of(List.of(completeWith(0, 9, 9, 9, 9, 9, 9, 9), completeWith(1, 3, 1, 2, 3, 4, 5, 3)));

    @Test
    void fourWorseInstancesStop_sinceOneOfSixteenIsBelowATenth() {
        assertThat(isStopped(pruner, running(2, 2, 4, 6), two)).isFalse();
        assertThat(pruner.judge(MadeTrials.asCase(running(2, 2, 4, 6, 8), two, facts(Direction.MINIMIZE))))
                .isEqualTo(new Verdict.Stop("worse than trial 1 on 4 instances (Wilcoxon, p = 0.0625)"));
        assertThat(isStopped(pruner.withThreshold(0.05), running(2, 2, 4, 6, 8), two))
                .isFalse();
    }

    @Test
    void oneBetterInstanceOfFourGoesOn() {
        assertThat(isStopped(pruner, running(2, 0, 4, 6, 8), two)).isFalse();
    }

    @Test
    void smallerIsWorseWhenMaximizing() {
        assertThat(isStopped(pruner, running(2, 8, 7, 6, 5), two, Direction.MAXIMIZE))
                .isTrue();
        assertThat(isStopped(pruner, running(2, 10, 11, 12, 13), two, Direction.MAXIMIZE))
                .isFalse();
    }

    /** The test says worse on each, yet the mean so far is as good as the value of the best: easy instances came first. */
    @Test
    void meanThatIsAsGoodGoesOn() {
        History best = History.of(List.of(completeWith(0, 5, 1, 2, 3, 4, 15)));
        assertThat(isStopped(pruner, running(1, 2, 4, 6, 8), best)).isFalse();
        assertThat(isStopped(pruner, running(1, 2, 4, 6, 8.1), best)).isTrue();
    }

    @Test
    void onlyStepsOfBothArePaired() {
        History best = History.of(List.of(running(0)
                .with(progress(new long[] {1, 3, 5, 7, 9}, 1, 2, 3, 4, 5))
                .finished(Outcome.Complete.of(3), Instant.EPOCH)));
        assertThat(isStopped(pruner, running(1).with(progress(new long[] {1, 2, 3, 5}, 9, 9, 9, 9)), best))
                .isFalse();
        assertThat(isStopped(pruner, running(1).with(progress(new long[] {1, 2, 3, 5, 7}, 9, 8, 7, 6, 5.5)), best))
                .isTrue();
    }

    @Test
    void whatIsNotFiniteIsTheWorst() {
        double nan = Double.NaN;
        assertThat(isStopped(pruner, running(2, nan, 4, 6, 8), two)).isTrue();
        assertThat(isStopped(pruner, running(2, nan, 0, 0, 0), two)).isFalse();
    }

    @Test
    void withoutACompleteTrialNothingStops() {
        assertThat(isStopped(pruner, running(0, 9, 9, 9, 9, 9), History.empty()))
                .isFalse();
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> pruner.withThreshold(1));
        assertThatIllegalArgumentException().isThrownBy(() -> pruner.withStartupSteps(1));
    }
}
