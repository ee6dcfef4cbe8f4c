// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s04cache;

import java.util.List;

/** What a cache costs on a list of requests: the database for each miss, and memory for each entry it may hold. */
final class CacheCost {
    private static final double CENTS_PER_MISS = 0.01;
    private static final double CENTS_PER_ENTRY = 0.2;

    private final List<Integer> requests;

    CacheCost(List<Integer> requests) {
        this.requests = requests;
    }

    /** Returns the cost in cents. It is counted, not timed, and so the same on any machine. */
    double of(CacheConfig config) {
        SegmentedCache<Integer, String> cache = new SegmentedCache<>(config);
        for (Integer page : requests) {
            cache.get(page, CacheCost::render);
        }
        return CENTS_PER_MISS * cache.misses() + CENTS_PER_ENTRY * config.capacity;
    }

    private static String render(Integer page) {
        return "page " + page;
    }
}
