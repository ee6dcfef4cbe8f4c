// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Work that several threads do at once. The threads are their own: a parallel stream has one only, if the test itself runs in a pool of
 * JUnit's that has no other free.
 */
final class AtOnce {

    private static final int THREADS = 4;

    private AtOnce() {}

    /** Returns what a function makes of each item, in the order of the items. */
    static <I, R> List<R> map(List<I> items, Function<I, R> function) {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<R>> futures = new ArrayList<>();
            items.forEach(item -> futures.add(pool.submit(() -> function.apply(item))));
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("one of several threads failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
