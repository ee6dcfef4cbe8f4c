// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import static dev.hpo.pruner.MadeTrials.facts;
import static dev.hpo.pruner.MadeTrials.isStopped;
import static dev.hpo.pruner.MadeTrials.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdPrunerTests {

    private final ThresholdPruner pruner = new ThresholdPruner().withLower(1).withUpper(10);

    @ParameterizedTest
    @ValueSource(doubles = {0.999, 10.001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void valueOutsideOrNotFiniteStops_alsoAtTheFirstReport(double value) {
        assertThat(isStopped(pruner, running(0, value), History.empty())).isTrue();
        assertThat(isStopped(pruner, running(0, 5, value), History.empty())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 5, 10})
    void valueWithinOrAtABoundGoesOn(double value) {
        assertThat(isStopped(pruner, running(0, value), History.empty())).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void boundsAreThoseOfTheValueInEitherDirection(Direction direction) {
        assertThat(pruner.judge(MadeTrials.asCase(running(0, 11), History.empty(), facts(direction))))
                .isEqualTo(new Verdict.Stop("value (11.0) is above 10.0 at step 1"));
        assertThat(pruner.judge(MadeTrials.asCase(running(0, -1), History.empty(), facts(direction))))
                .isEqualTo(new Verdict.Stop("value (-1.0) is below 1.0 at step 1"));
    }

    @Test
    void earlierValueThatIsOutsideIsForgiven() {
        assertThat(isStopped(pruner.withWarmupSteps(2), running(0, Double.NaN), History.empty()))
                .isFalse();
        assertThat(isStopped(pruner.withWarmupSteps(2), running(0, Double.NaN, 5), History.empty()))
                .isFalse();
        assertThat(isStopped(pruner.withWarmupSteps(2), running(0, 5, Double.NaN), History.empty()))
                .isTrue();
    }

    @Test
    void withoutBoundsOnlyWhatIsNotFiniteStops() {
        Pruner divergence = new ThresholdPruner();
        assertThat(isStopped(divergence, running(0, 1e300), History.empty())).isFalse();
        assertThat(isStopped(divergence, running(0, Double.NaN), History.empty()))
                .isTrue();
    }

    @Test
    void intervalJudgesTheFirstReportInEach() {
        Pruner seldom = pruner.withInterval(3);
        assertThat(isStopped(seldom, running(0, 99, 99), History.empty())).isFalse();
        assertThat(isStopped(seldom, running(0, 99, 99, 99), History.empty())).isTrue();
    }

    @Test
    void boundsThatContradictAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pruner.withUpper(0.5))
                .withMessage("lower (1.0) must be at most upper (0.5), and neither NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> pruner.withLower(Double.NaN));
    }
}
