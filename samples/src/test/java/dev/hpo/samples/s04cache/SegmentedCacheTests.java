// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s04cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentedCacheTests {
    private final SegmentedCache<Integer, String> cache = new SegmentedCache<>(settings());

    private static CacheConfig settings() {
        CacheConfig config = new CacheConfig();
        config.capacity = 10;
        config.promoteAfter = 1;
        return config;
    }

    @Test
    void entryAskedForAgain_survivesALongScan() {
        ask(1, 1);
        IntStream.range(100, 200).forEach(this::ask);
        int before = cache.misses();
        ask(1);
        assertThat(cache.misses()).isEqualTo(before);
    }

    @Test
    void entryOnProbation_isPushedOutByAScan() {
        ask(1);
        IntStream.range(100, 105).forEach(this::ask);
        int before = cache.misses();
        ask(1);
        assertThat(cache.misses()).isEqualTo(before + 1);
    }

    @Test
    void oldestProtectedEntry_goesBackToProbation() {
        IntStream.rangeClosed(1, 6).forEach(key -> ask(key, key));
        int before = cache.misses();
        ask(1);
        assertThat(cache.misses()).isEqualTo(before);
    }

    @Test
    void sameSeed_givesTheSameRequests() {
        assertThat(Workload.requests(7)).isEqualTo(Workload.requests(7)).isNotEqualTo(Workload.requests(8));
    }

    private void ask(int... keys) {
        for (int key : keys) {
            assertThat(cache.get(key, k -> "value " + k)).isEqualTo("value " + key);
        }
    }
}
