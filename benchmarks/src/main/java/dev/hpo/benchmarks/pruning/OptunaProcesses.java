// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.pruning;

import dev.hpo.benchmarks.problem.CurveProblem;
import dev.hpo.benchmarks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** As many processes with Optuna as there are runs at once. Safe for use by several threads. */
final class OptunaProcesses implements AutoCloseable {

    private final List<OptunaProcess> all = new ArrayList<>();
    private final BlockingQueue<OptunaProcess> free;

    /**
     * Starts processes.
     *
     * @param count how many; for none, Python is not needed
     * @throws ProblemException if one does not start
     */
    OptunaProcesses(Path python, int count) throws IOException {
        this.free = new ArrayBlockingQueue<>(Math.max(1, count));
        try {
            for (int i = 0; i < count; i++) {
                all.add(OptunaProcess.start(python));
            }
        } catch (ProblemException e) {
            close();
            throw e;
        }
        free.addAll(all);
    }

    /** Returns what Optuna is to run: each of its pruners with each of its samplers, one training after the other. */
    static List<PrunedRun.Method> methods() {
        return OptunaProcess.SAMPLERS.stream()
                .flatMap(sampler ->
                        OptunaProcess.PRUNERS.stream().map(pruner -> new PrunedRun.Method(sampler, pruner, 1)))
                .toList();
    }

    PrunedRun run(CurveProblem problem, PrunedRun.Key key) throws InterruptedException {
        OptunaProcess process = free.take();
        try {
            return process.run(problem, key);
        } finally {
            free.add(process);
        }
    }

    @Override
    public void close() throws IOException {
        for (OptunaProcess process : all) {
            process.close();
        }
    }
}
