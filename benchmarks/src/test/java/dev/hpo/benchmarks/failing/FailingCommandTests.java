// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.failing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.benchmarks.Benchmarks;
import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.Problems;
import dev.hpo.numeric.SplitMix;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FailingCommandTests {

    private final StringWriter printed = new StringWriter();

    @Test
    void failuresAndRegretAreShown_ofEachSamplerOnEachRegion() {
        assertThat(execute("failing", "--samplers", "random,tpe", "--seeds", "3-4", "--trials", "20"))
                .isZero();

        assertThat(printed.toString().lines()).hasSize(2 + 2 * 6);
        assertThat(printed.toString())
                .containsPattern("\\| boundary \\| memory +\\| failed +\\| 0\\.\\d\\d ± 0\\.\\d\\d +\\| 0\\.\\d\\d ± ")
                .containsPattern("\\| inside +\\| ball +\\| regret +\\| -?\\d\\.\\d\\d ± 0\\.\\d\\d \\|");
    }

    @Test
    void shareThatFailsIsThatOfRandomPoints_andNothingIsBelowTheOptimum() {
        Map<String, Double> shares = Map.of(
                "edge", 0.75, "memory", 0.39, "divergence", 0.5, "corner", 0.2475, "solver", 0.375, "ball", 0.618);
        for (Problem problem : Problems.failing()) {
            RandomGenerator random = SplitMix.of(7);
            double[] values = DoubleStream.generate(() -> problem.value(problem.space()
                            .choose(parameter -> parameter.domain().fromUnit(random.nextDouble()))))
                    .limit(20_000)
                    .toArray();
            double failed = DoubleStream.of(values).filter(Double::isNaN).count() / (double) values.length;
            assertThat(failed).as(problem.name()).isCloseTo(shares.get(problem.name()), within(0.02));
            assertThat(DoubleStream.of(values)
                            .filter(value -> !Double.isNaN(value))
                            .min()
                            .orElseThrow())
                    .as(problem.name())
                    .isBetween(
                            problem.range().optimum(),
                            problem.range().optimum()
                                    + 0.3
                                            * (problem.range().randomMedian()
                                                    - problem.range().optimum()));
        }
    }

    @Test
    void whatIsWrongIsRefused() {
        assertThat(execute("failing", "--samplers", "radom")).isEqualTo(2);
        assertThat(execute("failing", "--seeds", "5-4")).isEqualTo(2);
        assertThat(execute("failing", "--trials", "1")).isEqualTo(2);
        assertThat(printed.toString()).contains("--samplers: ", "--seeds (5-4)", "--trials (1) must be at least 2");
    }

    private int execute(String... arguments) {
        CommandLine commandLine = Benchmarks.commandLine();
        commandLine.setOut(new PrintWriter(printed, true));
        commandLine.setErr(new PrintWriter(printed, true));
        return commandLine.execute(arguments);
    }
}
