// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.lock;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A thread on which things happen from time to time; it ends when there are none. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Heartbeat {

    /** Does what says that this process lives. */
    static final Heartbeat OF_HOLDERS = new Heartbeat("hpo-journal-heartbeat");

    /** Waits for disks, which can take long. */
    public static final Heartbeat OF_DISKS = new Heartbeat("hpo-journal-sync");

    private final ScheduledThreadPoolExecutor thread;

    private Heartbeat(String name) {
        thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread daemon = new Thread(work, name);
            daemon.setDaemon(true);
            return daemon;
        });
        thread.setKeepAliveTime(10, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        thread.setRemoveOnCancelPolicy(true);
    }

    ScheduledFuture<?> every(long millis, Runnable work) {
        return thread.scheduleAtFixedRate(work, millis, millis, TimeUnit.MILLISECONDS);
    }

    ScheduledFuture<?> after(long millis, Runnable work) {
        return thread.schedule(work, millis, TimeUnit.MILLISECONDS);
    }

    /** Does something once, after some time; it must not throw, as nobody would hear of it. */
    public void once(long millis, Runnable work) {
        ScheduledFuture<?> unused = after(millis, work);
    }
}
