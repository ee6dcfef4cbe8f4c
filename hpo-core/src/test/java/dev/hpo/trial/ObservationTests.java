// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationTests {

    @Test
    void time_isKnownToTheMicrosecond_orNotAtAll() {
        Observation observation = new Observation(3, 0.5);

        assertThat(observation.elapsed()).isEmpty();
        assertThat(observation.after(Duration.ofNanos(1_234_567_891)).elapsed())
                .contains(Duration.ofNanos(1_234_567_000));
        assertThat(observation.after(Duration.ZERO).elapsed()).contains(Duration.ZERO);
        assertThat(observation.after(Duration.ofDays(400)).micros()).isEqualTo(400L * 24 * 3600 * 1_000_000);
    }

    @Test
    void time_makesNoDifference() {
        Observation observation = new Observation(3, Double.NaN, List.of(1.0));

        assertThat(observation.after(Duration.ofSeconds(1)))
                .isEqualTo(observation)
                .hasSameHashCodeAs(observation)
                .isNotEqualTo(new Observation(4, Double.NaN, List.of(1.0)))
                .isNotEqualTo(new Observation(3, 0.0, List.of(1.0)))
                .isNotEqualTo(new Observation(3, Double.NaN));
        assertThat(new Observation(1, 0.0)).isNotEqualTo(new Observation(1, -0.0));
    }

    @Test
    void whatCannotBe_isRefused() {
        assertThatThrownBy(() -> new Observation(-1, 1)).hasMessage("step (-1) must be at least 0");
        assertThatThrownBy(() -> new Observation(1, 1, List.of(), -2))
                .hasMessage("micros (-2) must be at least 0, or -1 where the time is not known");
    }
}
