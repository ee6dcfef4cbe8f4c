// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.launch;

import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The launches of this process: where the listener, which the launcher makes, and the extension, which the engine makes, meet.
 *
 * <p>JUnit has no other place that both can reach in the lowest version that is supported.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Launches {

    /** By the configuration parameters of a discovery request, the only object that is the request's and its test plan's. */
    private static final Map<Object, Selection> DISCOVERED = Collections.synchronizedMap(new WeakHashMap<>());

    private static final Deque<Launch> RUNNING = new ConcurrentLinkedDeque<>();

    private Launches() {}

    static void discovered(Object request, Selection selection) {
        DISCOVERED.put(request, selection);
    }

    static Selection discovered(Object request) {
        return DISCOVERED.getOrDefault(request, Selection.WHOLE);
    }

    static void started(Launch launch) {
        RUNNING.addFirst(launch);
    }

    static void ended(Launch launch) {
        RUNNING.remove(launch);
    }

    /** Returns the launch that runs a test, the newest one if tests launch tests; empty for an engine without a launcher. */
    public static Optional<Launch> of(String testId) {
        return RUNNING.stream().filter(launch -> launch.contains().test(testId)).findFirst();
    }
}
