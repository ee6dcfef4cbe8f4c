// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
}
