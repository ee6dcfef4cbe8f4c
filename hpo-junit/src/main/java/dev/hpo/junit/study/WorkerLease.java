// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The permission of a thread of JUnit's {@code WORKER_THREAD_POOL} to work, of which there are as many as its parallelism.
 *
 * <p>A worker that waits without giving it up keeps another one from running, so that invocations that are made by a worker could
 * not run before all of them were made. JUnit gives it up where its own code waits, but lets nobody else do so: this is
 * the one place that reaches into it, and does without where it cannot.
 */
final class WorkerLease {

    private static final String WORKER =
            "org.junit.platform.engine.support.hierarchical.WorkerThreadPoolHierarchicalTestExecutorService$WorkerThread";

    private final Object lease;
    private final Method release;
    private final Method reacquire;

    private WorkerLease(Object lease, Method release, Method reacquire) {
        this.lease = lease;
        this.release = release;
        this.reacquire = reacquire;
    }

    /** Returns that of this thread; empty if it has none, or none that can be reached. */
    static Optional<WorkerLease> ofThisThread() {
        Thread thread = Thread.currentThread();
        if (!thread.getClass().getName().equals(WORKER)) {
            return Optional.empty();
        }
        try {
            Field field = thread.getClass().getDeclaredField("workerLease");
            field.setAccessible(true);
            Object lease = field.get(thread);
            Method release = lease.getClass().getDeclaredMethod("release", BooleanSupplier.class);
            Method reacquire = lease.getClass().getDeclaredMethod("reacquire");
            release.setAccessible(true);
            reacquire.setAccessible(true);
            return Optional.of(new WorkerLease(lease, release, reacquire));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Another version of JUnit, or one whose module is closed.
            return Optional.empty();
        }
    }

    /**
     * Gives the permission up, and lets another worker begin with it.
     *
     * @param isWanted whether this worker wants it back
     */
    void release(BooleanSupplier isWanted) {
        invoke(release, isWanted);
    }

    /** Takes a permission again, as soon as there is one. An interrupt makes the thread go on without, as JUnit's own does. */
    void reacquire() {
        invoke(reacquire);
    }

    private void invoke(Method method, Object... arguments) {
        try {
            method.invoke(lease, arguments);
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            } else {
                throw new IllegalStateException("JUnit's worker could not wait: " + e.getCause(), e);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("JUnit's worker could not wait: " + e, e);
        }
    }
}
