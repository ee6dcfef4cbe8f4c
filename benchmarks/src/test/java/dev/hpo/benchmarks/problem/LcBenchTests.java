// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The model here is linear, so that its values are known: accuracy = 50 + 0.5 epoch + 3 momentum - 2 layers - 4 dropout + code of
 * the task.
 */
class LcBenchTests {

    private static final Path FOLDER = Path.of("src/test/resources/dev/hpo/benchmarks/problem");

    @Test
    void valueIsTheErrorAfterAllEpochs() {
        Problem problem = problem("12");
        Configuration point = problem.space().choose(parameter -> parameter
                .domain()
                .parse(Map.of(
                                "batch_size", "32",
                                "learning_rate", "0.01",
                                "max_dropout", "0.25",
                                "max_units", "100",
                                "momentum", "0.5",
                                "num_layers", "3",
                                "weight_decay", "0.05")
                        .getOrDefault(parameter.name(), "")));

        assertThat(problem.value(point)).isCloseTo(100 - (50 + 26 + 1.5 - 6 - 1 + 2), within(1e-4));
    }

    @Test
    void spaceLeavesOutTaskAndEpoch() {
        assertThat(problem("11").space().parameters().stream().map(Parameter::name))
                .hasSize(7)
                .doesNotContain("epoch", "OpenML_task_id");
    }

    @Test
    void rangeIsFoundBySearch() {
        Problem problem = problem("11");

        assertThat(problem.name()).isEqualTo("lcbench-11");
        assertThat(problem.range().optimum()).isCloseTo(100 - (50 + 26 + 2.97 - 2 - 0 + 1), within(0.05));
        assertThat(problem.range().randomMedian()).isCloseTo(100 - (50 + 26 + 1.635 - 6 - 2 + 1), within(0.3));
        assertThat(problem("11").range()).isEqualTo(problem.range());
    }

    @Test
    void taskThatIsUnknown_isAnError() {
        assertThatThrownBy(() -> problem("13"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("task (13) must be one of");
    }

    @Test
    void folderWithoutAModel_isAnError() {
        assertThatThrownBy(() -> Problems.ofSurrogate(Path.of("tables"), List.of("11")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("encoding.json");
    }

    private static Problem problem(String task) {
        return Problems.ofSurrogate(FOLDER, List.of(task)).get(0);
    }
}
