// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that have let somebody wait, so that the studies of a process do not wait for them one after the other. Safe for use by several threads. */
final class AwayServers {

    private static final long MEMORY_NANOS = Duration.ofMinutes(2).toNanos();

    private static final Map<URI, Long> SINCE = new ConcurrentHashMap<>();

    private AwayServers() {}

    static void add(URI server) {
        SINCE.put(server, System.nanoTime());
    }

    /** Returns whether a server has let somebody wait lately. */
    static boolean contains(URI server) {
        Long since = SINCE.get(server);
        return since != null && System.nanoTime() - since < MEMORY_NANOS;
    }
}
