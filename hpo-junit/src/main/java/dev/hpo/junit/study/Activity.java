// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The trials of all concurrent studies of this process that are being run. While there are any, a thread will be free when they
 * have ended.
 */
final class Activity {

    private static final AtomicInteger RUNNING = new AtomicInteger();

    private Activity() {}

    static void began() {
        RUNNING.incrementAndGet();
    }

    static void ended() {
        RUNNING.decrementAndGet();
    }

    static boolean isAny() {
        return RUNNING.get() > 0;
    }
}
