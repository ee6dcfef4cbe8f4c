// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import static dev.hpo.pruner.MadeTrials.complete;
import static dev.hpo.pruner.MadeTrials.facts;
import static dev.hpo.pruner.MadeTrials.isStopped;
import static dev.hpo.pruner.MadeTrials.judged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hpo.numeric.SplitMix;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentilePrunerTests {

    private final History five =
            History.of(List.of(complete(0, 1), complete(1, 2), complete(2, 3), complete(3, 4), complete(4, 10)));

    /** Between 1, 2, 3, 4 and 10, as numpy's percentile lies. */
    @ParameterizedTest
    @CsvSource({"25, 2", "10, 1.4", "50, 3", "75, 4", "90, 7.6", "99.99, 9.9976"})
    void limitLiesBetweenTwoValues(double percentile, double limit) {
        Pruner pruner = new PercentilePruner(percentile);
        assertThat(isStopped(pruner, judged(5, limit - 1e-9), five)).isFalse();
        assertThat(isStopped(pruner, judged(5, limit + 1e-9), five)).isTrue();
    }

    @Test
    void bestPercentAreTheLargestWhenMaximizing() {
        Pruner pruner = new PercentilePruner(25);
        assertThat(isStopped(pruner, judged(5, 4), five, Direction.MAXIMIZE)).isFalse();
        assertThat(pruner.judge(MadeTrials.asCase(judged(5, 3.9), five, facts(Direction.MAXIMIZE))))
                .isEqualTo(new Verdict.Stop(
                        "best value so far (3.900) is worse than the best 25 % (4.000) of 5 trials at step 1"));
    }

    @Test
    void valuesThatAreNotFiniteAreTheWorstOfThePercentile() {
        History half = History.of(List.of(
                complete(0, 1),
                complete(1, 2),
                complete(2, Double.NaN),
                complete(3, Double.NEGATIVE_INFINITY),
                complete(4, Double.NaN)));
        assertThat(isStopped(new PercentilePruner(25), judged(5, 2.1), half)).isTrue();
        assertThat(isStopped(new PercentilePruner(30), judged(5, 1e300), half)).isFalse();
    }

    /** The median is the percentile of 50. */
    @Test
    void medianPrunerIsThatOfFifty() {
        RandomGenerator random = SplitMix.of(1);
        Pruner median = new MedianPruner();
        Pruner fifty = new PercentilePruner().withPercentile(50);
        int stopped = 0;
        for (int round = 0; round < 300; round++) {
            History history = History.empty();
            for (int trials = 5 + random.nextInt(8); trials > 0; trials--) {
                history = history.with(complete(history.size(), random.nextDouble(), random.nextDouble()));
            }
            TrialRecord judged = judged(history.size(), random.nextDouble(), random.nextDouble());
            boolean isStopped = isStopped(median, judged, history);
            assertThat(isStopped(fifty, judged, history)).isEqualTo(isStopped);
            stopped += isStopped ? 1 : 0;
        }
        assertThat(stopped).isBetween(60, 240);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PercentilePruner(100))
                .withMessage("percentile (100.0) must be above 0 and below 100");
        assertThatIllegalArgumentException().isThrownBy(() -> new PercentilePruner(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new PercentilePruner().withStartupTrials(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PercentilePruner().withMinimumTrials(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PercentilePruner().withWarmupSteps(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PercentilePruner().withInterval(0));
    }
}
