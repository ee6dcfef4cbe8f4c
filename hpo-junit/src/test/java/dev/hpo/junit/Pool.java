// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** JUnit's parallel execution on one of its executors, of which there are two since JUnit 6.1. */
record Pool(Executor executor, int threads) {

    enum Executor {
        FORK_JOIN_POOL,
        WORKER_THREAD_POOL;

        boolean isAvailable() {
            return this == FORK_JOIN_POOL || new Version().isAtLeast(6, 1);
        }
    }

    /** One, two and four threads of each executor that there is. */
    static Stream<Pool> all() {
        return Stream.of(Executor.values()).filter(Executor::isAvailable).flatMap(executor -> IntStream.of(1, 2, 4)
                .mapToObj(threads -> new Pool(executor, threads)));
    }

    TuningRun apply(TuningRun run) {
        String config = "junit.jupiter.execution.parallel.config.";
        return run.with("junit.jupiter.execution.parallel.enabled", "true")
                .with(config + "strategy", "fixed")
                .with(config + "fixed.parallelism", String.valueOf(threads))
                .with(config + "executor-service", executor.name());
    }

    @Override
    public String toString() {
        return executor + "-" + threads;
    }
}
