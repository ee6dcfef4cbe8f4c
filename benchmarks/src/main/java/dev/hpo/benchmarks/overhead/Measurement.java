// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.overhead;

import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What was counted in one JMH run, in a JVM of its own. */
final class Measurement {

    private final RunResult result;
    private final int iterations;

    private Measurement(RunResult result, int iterations) {
        this.result = result;
        this.iterations = iterations;
    }

    /**
     * Runs a benchmark.
     *
     * @param type the class that has it
     * @param method its name
     * @param parameters its parameters
     * @param iterations how often it is measured, after one that warms up
     */
    static Measurement of(Class<?> type, String method, Map<String, Object> parameters, int iterations)
            throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(type.getName() + "." + method + "$")
                .warmupIterations(1)
                .measurementIterations(iterations)
                .forks(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        parameters.forEach((name, value) -> options.param(name, value.toString()));
        return new Measurement(new Runner(options.build()).runSingle(), iterations);
    }

    /** Returns a counter for an iteration; those of all are added up. */
    double of(String counter) {
        return Objects.requireNonNull(result.getSecondaryResults().get(counter)).getScore() / iterations;
    }
}
