// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnTests {

    private static final int PROPOSALS = 64;

    @ParameterizedTest
    @CsvSource({"false, UCB", "true, LOG_PI"})
    void bothSearchesHaveBothWarpsWithBothOfTheirAcquisitions(boolean isLocal, Acquisition other) {
        Map<String, Integer> counts = new HashMap<>();
        IntStream.range(0, PROPOSALS)
                .mapToObj(Turn::of)
                .filter(turn -> turn.isLocal() == isLocal)
                .forEach(turn -> counts.merge(turn.acquisition() + " " + turn.warp(), 1, Integer::sum));
        assertThat(counts)
                .containsOnly(
                        Map.entry("LOG_EI HALF_RANK_LOG", 12),
                        Map.entry("LOG_EI NONE", 12),
                        Map.entry(other + " HALF_RANK_LOG", 4),
                        Map.entry(other + " NONE", 4));
    }
}
