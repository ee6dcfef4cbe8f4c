// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.lock;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The thread on which things happen from time to time; it ends when there are none. */
final class Heartbeat {

    private static final ScheduledThreadPoolExecutor THREAD = create();

    private Heartbeat() {}

    private static ScheduledThreadPoolExecutor create() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "hpo-journal-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        executor.setKeepAliveTime(10, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    static ScheduledFuture<?> every(long millis, Runnable work) {
        return THREAD.scheduleAtFixedRate(work, millis, millis, TimeUnit.MILLISECONDS);
    }

    static ScheduledFuture<?> after(long millis, Runnable work) {
        return THREAD.schedule(work, millis, TimeUnit.MILLISECONDS);
    }
}
