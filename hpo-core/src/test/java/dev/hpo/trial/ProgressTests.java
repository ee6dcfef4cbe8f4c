// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.numeric.SplitMix;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ProgressTests {

    @Test
    void addedObservationsLeaveEarlierProgressAsItWas() {
        List<Progress> all = new ArrayList<>(List.of(Progress.NONE));
        for (int step = 0; step < 100; step++) {
            all.add(all.get(step).with(new Observation(step, step)));
        }

        for (int size = 0; size <= 100; size++) {
            List<Observation> seen = all.get(size).observations();
            assertThat(seen).hasSize(size);
            assertThatThrownBy(() -> seen.get(seen.size())).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(all.get(100).observations()).extracting(Observation::step).isSorted();
    }

    @Test
    void branchesOfOneProgressDoNotDisturbOneAnother() {
        Progress stem = Progress.NONE;
        for (int step = 0; step < 5; step++) {
            stem = stem.with(new Observation(step, 0));
        }
        Progress left = stem.with(new Observation(5, 1)).with(new Observation(6, 1));
        Progress right = stem.with(new Observation(5, 2));

        assertThat(left.observations())
                .extracting(Observation::value)
                .containsExactly(0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0);
        assertThat(right.observations()).extracting(Observation::value).containsExactly(0.0, 0.0, 0.0, 0.0, 0.0, 2.0);
    }

    @Test
    void progressCopiesWhatItIsMadeOf() {
        List<Observation> observations = new ArrayList<>(List.of(new Observation(1, 1)));
        Progress progress = new Progress(observations, Map.of("loss", observations), Map.of());
        observations.add(new Observation(2, 2));

        assertThat(progress.observations()).hasSize(1);
        assertThat(progress.metrics().get("loss")).hasSize(1);
        assertThatThrownBy(() -> progress.observations().add(new Observation(2, 2)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void equalProgressIsEqualHoweverItCameAbout() {
        Progress grown = Progress.NONE
                .with(new Observation(1, Double.NaN))
                .withMetric("loss", new Observation(1, -0.0))
                .withAttribute("key", "old")
                .withAttribute("key", "new");
        Progress made = new Progress(
                List.of(new Observation(1, Double.NaN)),
                Map.of("loss", List.of(new Observation(1, -0.0))),
                Map.of("key", "new"));

        assertThat(grown).isEqualTo(made).hasSameHashCodeAs(made);
    }

    /** Over curves that are longer than what is kept of their beginnings, which branch. */
    @Test
    void curveFactsAreThoseOfAWalk() {
        RandomGenerator random = SplitMix.of(1);
        Progress progress = Progress.NONE;
        List<Double> values = new ArrayList<>();
        for (int step = 0; step < 500; step++) {
            if (step == 200) {
                progress.with(new Observation(step, -1e9));
            }
            double value = random.nextInt(10) == 0 ? Double.NaN : random.nextGaussian();
            values.add(value);
            progress = progress.with(new Observation(step, value));
            for (int first : new int[] {step + 1, step / 2, random.nextInt(step + 1)}) {
                assertAreOf(values.subList(0, first), progress.curve(first));
            }
        }
        assertThat(progress.curve()).isEqualTo(progress.curve(500));
        assertThat(new Progress(List.copyOf(progress.observations()), Map.of(), Map.of()).curve(321))
                .isEqualTo(progress.curve(321));
        Progress whole = progress;
        assertThatThrownBy(() -> whole.curve(501))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("reports (501) must be from 0 to 500");
    }

    private static void assertAreOf(List<Double> values, CurveFacts facts) {
        DoubleSummaryStatistics finite = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .summaryStatistics();
        assertThat(facts.reports()).isEqualTo(values.size());
        assertThat(facts.finite()).isEqualTo((int) finite.getCount());
        assertThat(facts.smallest()).isEqualTo(finite.getMin());
        assertThat(facts.largest()).isEqualTo(finite.getMax());
        if (finite.getCount() > 0) {
            assertThat(facts.mean()).isCloseTo(finite.getAverage(), within(1e-12));
        }
    }

    @Test
    void curveFactsOfTheLargestValuesDoNotOverflow() {
        Progress progress = Progress.NONE
                .with(new Observation(1, Double.MAX_VALUE))
                .with(new Observation(2, -Double.MAX_VALUE))
                .with(new Observation(3, Double.NEGATIVE_INFINITY));
        assertThat(progress.curve().mean()).isZero();
        assertThat(progress.curve().areFinite()).isFalse();
        assertThat(progress.curve().best(Direction.MINIMIZE)).hasValue(-Double.MAX_VALUE);
        assertThat(progress.curve().worst(Direction.MINIMIZE)).hasValue(Double.MAX_VALUE);
        assertThat(progress.curve().best(Direction.MAXIMIZE)).hasValue(Double.MAX_VALUE);
        assertThat(Progress.NONE.curve().best(Direction.MAXIMIZE)).isEmpty();
    }
}
