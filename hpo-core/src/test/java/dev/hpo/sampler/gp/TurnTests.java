// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnTests {

    @ParameterizedTest
    @CsvSource({"false, UCB, 4", "true, LOG_PI, 8"})
    void bothSearchesHaveBothWarpsWithBothOfTheirAcquisitionsInAPeriod(boolean isLocal, Acquisition other, int times) {
        Map<String, Integer> counts = new HashMap<>();
        IntStream.range(0, Turn.PERIOD)
                .mapToObj(Turn::of)
                .filter(turn -> turn.isLocal() == isLocal)
                .forEach(turn -> counts.merge(turn.acquisition() + " " + turn.warp(), 1, Integer::sum));
        assertThat(counts)
                .containsOnly(
                        Map.entry("LOG_EI HALF_RANK_LOG", 7 * times),
                        Map.entry("LOG_EI NONE", 7 * times),
                        Map.entry(other + " HALF_RANK_LOG", times),
                        Map.entry(other + " NONE", times));
    }
}
