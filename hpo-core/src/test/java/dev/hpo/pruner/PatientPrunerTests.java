// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import static dev.hpo.pruner.MadeTrials.isStopped;
import static dev.hpo.pruner.MadeTrials.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hpo.numeric.SplitMix;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PatientPrunerTests {

    private final Pruner always = judged -> new Verdict.Stop("as always");
    private final PatientPruner patient = new PatientPruner(always).withPatience(3);

    @Test
    void noMoreReportsThanThePatience_goOn() {
        assertThat(isStopped(patient, running(0, 1, 2, 3), History.empty())).isFalse();
        assertThat(isStopped(patient, running(0, 1, 2, 3, 4), History.empty())).isTrue();
    }

    @Test
    void improvementWithinThePatience_goesOn() {
        assertThat(isStopped(patient, running(0, 5, 4, 6, 6), History.empty())).isFalse();
        assertThat(isStopped(patient, running(0, 5, 4, 6, 6, 6), History.empty()))
                .isTrue();
        assertThat(isStopped(patient, running(0, 5, 4, 6, 6, 3.9), History.empty()))
                .isFalse();
    }

    @Test
    void sameValueIsNoImprovement_andLessThanTheDifferenceNeither() {
        assertThat(isStopped(patient, running(0, 4, 4, 4, 4), History.empty())).isTrue();
        assertThat(isStopped(patient.withDelta(0.5), running(0, 4, 3.5, 3.5, 3.5), History.empty()))
                .isTrue();
        assertThat(isStopped(patient.withDelta(0.5), running(0, 4, 3.5, 3.4, 3.5), History.empty()))
                .isFalse();
    }

    @Test
    void largerIsAnImprovementWhenMaximizing() {
        assertThat(isStopped(patient, running(0, 1, 2, 1, 1), History.empty(), Direction.MAXIMIZE))
                .isFalse();
        assertThat(isStopped(patient, running(0, 3, 2, 1, 1), History.empty(), Direction.MAXIMIZE))
                .isTrue();
    }

    @Test
    void valuesThatAreNotFinite_areNoImprovement() {
        double nan = Double.NaN;
        assertThat(isStopped(patient, running(0, nan, nan, nan, nan), History.empty()))
                .isTrue();
        assertThat(isStopped(patient, running(0, 4, Double.NEGATIVE_INFINITY, nan, nan), History.empty()))
                .isTrue();
        assertThat(isStopped(patient, running(0, nan, nan, 4, nan), History.empty()))
                .isFalse();
    }

    @Test
    void wrappedPrunerIsTheOneThatStops() {
        PatientPruner never = new PatientPruner(new NopPruner()).withPatience(1);
        assertThat(isStopped(never, running(0, 1, 2, 3, 4), History.empty())).isFalse();
    }

    /** Against the definition, over curves that are longer than what is kept of their beginnings. */
    @Test
    void longCurvesAreJudgedAsByAWalk() {
        RandomGenerator random = SplitMix.of(3);
        int stopped = 0;
        for (int round = 0; round < 300; round++) {
            double[] values = random.doubles(1 + random.nextInt(300)).toArray();
            int patience = 1 + random.nextInt(150);
            int before = values.length - patience;
            boolean isImproved = before < 1
                    || Arrays.stream(values, before, values.length).min().orElseThrow()
                            < Arrays.stream(values, 0, before).min().orElseThrow();
            boolean isStopped = isStopped(patient.withPatience(patience), running(0, values), History.empty());
            assertThat(isStopped).isEqualTo(!isImproved);
            stopped += isStopped ? 1 : 0;
        }
        assertThat(stopped).isBetween(30, 270);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> patient.withPatience(0))
                .withMessage("patience (0) must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> patient.withDelta(-1))
                .withMessage("delta (-1.0) must be finite and at least 0");
        assertThatIllegalArgumentException().isThrownBy(() -> patient.withDelta(Double.NaN));
    }
}
