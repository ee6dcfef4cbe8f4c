// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s04cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A cache in two segments: new entries are on probation until they have been asked for again often enough, so that a
 * long scan cannot push out what is in daily use. Not safe for use by several threads.
 *
 * <p>Source: Karedla, Love and Wherry, "Caching strategies to improve disk system performance", IEEE Computer 27(3),
 * 1994.
 */
final class SegmentedCache<K, V> {
    private final CacheConfig config;
    private final Map<K, Entry<V>> probation = new LinkedHashMap<>();
    private final Map<K, Entry<V>> protectedOnes = new LinkedHashMap<>(16, 0.75f, true);
    private int misses;

    private record Entry<V>(V value, int hits) {}

    SegmentedCache(CacheConfig config) {
        this.config = config;
    }

    /** Returns the value of {@code key}, from the cache or else from {@code loader}, which must not return null. */
    V get(K key, Function<? super K, ? extends V> loader) {
        Entry<V> kept = protectedOnes.get(key);
        if (kept != null) {
            return kept.value();
        }
        Entry<V> waiting = probation.remove(key);
        return waiting != null ? hit(key, waiting) : load(key, loader);
    }

    /** Returns how often a loader was asked. */
    int misses() {
        return misses;
    }

    private V hit(K key, Entry<V> entry) {
        Entry<V> seen = new Entry<>(entry.value(), entry.hits() + 1);
        if (seen.hits() >= config.promoteAfter) {
            protect(key, seen);
        } else {
            probation.put(key, seen);
        }
        return entry.value();
    }

    private V load(K key, Function<? super K, ? extends V> loader) {
        misses++;
        V value = loader.apply(key);
        admit(key, value);
        return value;
    }

    private void protect(K key, Entry<V> entry) {
        protectedOnes.put(key, entry);
        if (protectedOnes.size() > config.protectedCapacity()) {
            Map.Entry<K, Entry<V>> oldest = removeOldest(protectedOnes);
            admit(oldest.getKey(), oldest.getValue().value());
        }
    }

    private void admit(K key, V value) {
        probation.put(key, new Entry<>(value, 0));
        if (probation.size() > config.probationCapacity()) {
            removeOldest(probation);
        }
    }

    private static <A, B> Map.Entry<A, B> removeOldest(Map<A, B> segment) {
        Iterator<Map.Entry<A, B>> entries = segment.entrySet().iterator();
        Map.Entry<A, B> oldest = entries.next();
        entries.remove();
        return oldest;
    }
}
