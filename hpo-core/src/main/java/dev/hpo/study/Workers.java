// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs the trials of a study on its threads, by nothing but ask and tell. */
final class Workers<T> {

    private final Study<T> study;
    private final Objective<T> objective;

    Workers(Study<T> study, Objective<T> objective) {
        this.study = study;
        this.objective = objective;
    }

    void run() throws InterruptedException {
        if (study.spec().threads() == 1) {
            work();
        } else {
            runOnThreads();
        }
    }

    private void runOnThreads() throws InterruptedException {
        AtomicInteger threads = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(
                study.spec().threads(),
                task -> new Thread(task, study.spec().name() + "-" + threads.incrementAndGet()));
        try {
            List<Future<Void>> workers = new ArrayList<>();
            for (int i = 0; i < study.spec().threads(); i++) {
                workers.add(pool.submit(() -> {
                    work();
                    return null;
                }));
            }
            for (Future<Void> worker : workers) {
                join(worker);
            }
        } catch (InterruptedException e) {
            study.interrupt("interrupted");
            pool.shutdownNow();
            throw e;
        } finally {
            pool.shutdown();
            pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        }
    }

    private void work() throws InterruptedException {
        try {
            Optional<Suggestion<T>> next = study.ask();
            while (next.isPresent()) {
                run(next.get());
                next = study.ask();
            }
        } catch (InterruptedException e) {
            study.interrupt("interrupted");
            throw e;
        } catch (RuntimeException | Error e) {
            // Whoever waits for a trial of this thread would wait for ever.
            study.end("failed with " + e.getClass().getSimpleName());
            throw e;
        }
    }

    private void run(Suggestion<T> suggestion) throws InterruptedException {
        try {
            objective.run(suggestion.config(), suggestion.trial());
        } catch (InterruptedException e) {
            // Before it is told, so that a trial that can go on later is left to that.
            study.interrupt("interrupted");
            study.tell(suggestion.trial(), e);
            throw e;
        } catch (Throwable e) {
            study.tell(suggestion.trial(), e);
            return;
        }
        study.tell(suggestion.trial());
    }

    private static void join(Future<Void> worker) throws InterruptedException {
        try {
            worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw e.getCause() instanceof StudyException fault
                    ? fault
                    : new StudyException(String.valueOf(e.getCause()), e);
        }
    }
}
