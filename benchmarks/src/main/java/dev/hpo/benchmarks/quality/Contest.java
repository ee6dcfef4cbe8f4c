// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import dev.hpo.benchmarks.figures.Seeds;
import dev.hpo.benchmarks.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * All runs of some samplers on some problems, seed after seed, so that an interrupted contest has as many runs of each.
 *
 * @param problems the problems
 * @param samplers the names of the samplers
 * @param length how long and how many runs are
 */
record Contest(List<Problem> problems, List<String> samplers, Length length) {

    /**
     * How long and how many runs are.
     *
     * @param seeds those of the runs of a sampler on a problem
     * @param trials how many trials a run has
     * @param budget how many trials the sampler is told that there will be; 0 if as many as there are
     * @param pending how many trials are under way at any time
     */
    record Length(Seeds seeds, int trials, int budget, int pending) {}

    /**
     * Runs what has not been run.
     *
     * @param done the runs that are left out
     * @param threads how many runs are made at once
     * @param sink takes each run as it ends, on any thread
     * @return the runs that failed, with what they threw; the others go on
     * @throws InterruptedException if this thread is interrupted
     */
    Map<Run.Key, Throwable> run(Set<Run.Key> done, int threads, Consumer<Run> sink) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Map<Run.Key, Future<?>> runs = new LinkedHashMap<>();
            todo(done)
                    .forEach((key, problem) -> runs.put(key, executor.submit(() -> {
                        sink.accept(Trials.run(problem, key, length.trials));
                        return key;
                    })));
            return failures(runs);
        } finally {
            executor.shutdownNow();
        }
    }

    private static Map<Run.Key, Throwable> failures(Map<Run.Key, Future<?>> runs) throws InterruptedException {
        Map<Run.Key, Throwable> failures = new LinkedHashMap<>();
        for (Map.Entry<Run.Key, Future<?>> run : runs.entrySet()) {
            try {
                run.getValue().get();
            } catch (ExecutionException e) {
                failures.put(run.getKey(), e.getCause());
            }
        }
        return failures;
    }

    private Map<Run.Key, Problem> todo(Set<Run.Key> done) {
        Map<Run.Key, Problem> todo = new LinkedHashMap<>();
        // As many as there are is what is told without a budget.
        int told = length.budget == length.trials ? 0 : length.budget;
        length.seeds.stream().forEach(seed -> {
            for (Problem problem : problems) {
                for (String sampler : samplers) {
                    todo.put(new Run.Key(problem.name(), sampler, seed, length.pending, told), problem);
                }
            }
        });
        todo.keySet().removeAll(done);
        return todo;
    }
}
