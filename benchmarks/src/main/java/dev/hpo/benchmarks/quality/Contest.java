// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import dev.hpo.benchmarks.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
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
     * @param seeds how many there are of a sampler and a problem
     * @param trials how many trials a run has
     * @param pending how many trials are under way at any time
     */
    record Length(int seeds, int trials, int pending) {}

    /**
     * Runs what has not been run.
     *
     * @param done the runs that are left out
     * @param threads how many runs are made at once
     * @param sink takes each run as it ends, on any thread
     * @throws InterruptedException if this thread is interrupted
     * @throws ExecutionException if a run fails
     */
    void run(Set<Run.Key> done, int threads, Consumer<Run> sink) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Run>> runs = new ArrayList<>();
            todo(done).forEach((key, problem) -> runs.add(executor.submit(one(problem, key, sink))));
            for (Future<Run> run : runs) {
                run.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private Callable<Run> one(Problem problem, Run.Key key, Consumer<Run> sink) {
        return () -> {
            Run run = Trials.run(problem, key, length.trials);
            sink.accept(run);
            return run;
        };
    }

    private Map<Run.Key, Problem> todo(Set<Run.Key> done) {
        Map<Run.Key, Problem> todo = new LinkedHashMap<>();
        for (int seed = 0; seed < length.seeds; seed++) {
            for (Problem problem : problems) {
                for (String sampler : samplers) {
                    todo.put(new Run.Key(problem.name(), sampler, seed, length.pending), problem);
                }
            }
        }
        todo.keySet().removeAll(done);
        return todo;
    }
}
