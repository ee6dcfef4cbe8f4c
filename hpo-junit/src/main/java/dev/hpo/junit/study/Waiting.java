// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;

/** The wait of a thread that JUnit may need to run tests: others work meanwhile, as far as that can be had. */
final class Waiting {

    private Waiting() {}

    /**
     * Waits.
     *
     * @throws RejectedExecutionException if the pool may not replace this thread
     */
    static void pause(ForkJoinPool.ManagedBlocker blocker) throws InterruptedException {
        Optional<WorkerLease> lease = blocker.isReleasable() ? Optional.empty() : WorkerLease.ofThisThread();
        lease.ifPresent(held -> held.release(blocker::isReleasable));
        try {
            ForkJoinPool.managedBlock(blocker);
        } finally {
            lease.ifPresent(WorkerLease::reacquire);
        }
    }

    /** Waits, even where nobody can work in place of this thread. */
    static void insist(ForkJoinPool.ManagedBlocker blocker) throws InterruptedException {
        try {
            pause(blocker);
        } catch (RejectedExecutionException e) {
            boolean isMet = blocker.isReleasable();
            while (!isMet) {
                isMet = blocker.block();
            }
        }
    }
}
