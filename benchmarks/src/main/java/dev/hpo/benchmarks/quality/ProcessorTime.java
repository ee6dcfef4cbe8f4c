// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Adds up the processor time of pieces of one thread's work. */
final class ProcessorTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long begin;
    private long nanoseconds;

    void start() {
        begin = THREADS.getCurrentThreadCpuTime();
    }

    void stop() {
        nanoseconds += THREADS.getCurrentThreadCpuTime() - begin;
    }

    double seconds() {
        return nanoseconds * 1e-9;
    }
}
