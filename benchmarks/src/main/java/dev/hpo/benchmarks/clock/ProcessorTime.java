// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.clock;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Adds up the processor time of pieces of one thread's work. */
@API(status = Status.INTERNAL, since = "0.1")
public final class ProcessorTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long begin;
    private long nanoseconds;

    /** Creates a clock that shows 0. */
    public ProcessorTime() {}

    /** Begins a piece of work of the current thread. */
    public void start() {
        begin = THREADS.getCurrentThreadCpuTime();
    }

    /** Ends the piece of work, on the same thread. */
    public void stop() {
        nanoseconds += THREADS.getCurrentThreadCpuTime() - begin;
    }

    /** Returns the processor time of all pieces, in seconds. */
    public double seconds() {
        return nanoseconds * 1e-9;
    }
}
