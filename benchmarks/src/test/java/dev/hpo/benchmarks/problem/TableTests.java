// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTests {

    private static final String GRID = """
            {"name": "t", "file": "t.csv", "kind": "grid", "sign": -1, "optimum": -6, "randomMedian": -3, "parameters": [
             {"name": "a", "type": "categorical", "radix": 2}, {"name": "b", "type": "int", "radix": 3}]}
            """;

    private static final String NESTED = """
            {"name": "t", "file": "t.csv", "kind": "nearest", "value": "v", "sign": 1, "optimum": 0, "randomMedian": 9,
             "parameters": [
              {"name": "k", "type": "categorical", "choices": ["p", "q", "r"]},
              {"name": "x", "type": "float", "low": 0, "high": 1, "when": {"k": ["p", "q"]}},
              {"name": "m", "type": "categorical", "choices": ["s", "t"], "when": {"k": ["q"]}},
              {"name": "y", "type": "int", "scale": "log", "low": 1, "high": 8, "when": {"m": ["t"]}}]}
            """;

    private Path folder;

    @BeforeEach
    void writeGrid(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Files.writeString(folder.resolve("t.csv"), "value\n1\n2\n3\n4\n5\n6\n");
        Files.writeString(folder.resolve("t.json"), GRID);
    }

    @ParameterizedTest
    @CsvSource({"0,0,-1", "0,2,-3", "1,0,-4", "1,2,-6"})
    void gridIsInLexicographicOrder(String a, String b, double value) {
        Problem problem = only();
        assertThat(problem.suite()).isEqualTo("grids");
        assertThat(problem.value(point(problem, Map.of("a", a, "b", b)))).isEqualTo(value);
    }

    @Test
    void rangeUpsideDown_isAnErrorThatNamesTheFile() throws IOException {
        Files.writeString(folder.resolve("t.json"), GRID.replace("\"randomMedian\": -3", "\"randomMedian\": -9"));
        assertThatThrownBy(this::only)
                .isInstanceOf(ProblemException.class)
                .hasMessageEndingWith("t.json: randomMedian (-9.0) must be above the optimum (-6.0)");
    }

    @Test
    void valueThatIsNoNumber_isAnError() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "value\n1\n2\nNaN\n4\n5\n6\n");
        assertThatThrownBy(this::only)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("value (NaN) must be finite");
    }

    @Test
    void gridWithAMissingRow_isAnError() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "value\n1\n2\n");
        assertThatThrownBy(this::only)
                .isInstanceOf(ProblemException.class)
                .hasMessageEndingWith("t.csv: rows (2) must be as many as the grid has points (6)");
    }

    @Test
    void rowThatIsNoNumber_isAnErrorWithItsLine() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "value\n1\nx\n");
        assertThatThrownBy(this::only).hasMessageEndingWith("line 3: value (x) must be a number");
    }

    @Test
    void kindThatIsUnknown_isAnError() throws IOException {
        Files.writeString(folder.resolve("t.json"), GRID.replace("\"grid\"", "\"cube\""));
        assertThatThrownBy(this::only).hasMessageEndingWith("kind (cube) must be grid or nearest");
    }

    @Test
    void memberThatIsMissing_isAnError() throws IOException {
        Files.writeString(folder.resolve("t.json"), GRID.replace("optimum", "best"));
        assertThatThrownBy(this::only).hasMessageEndingWith("t.json: optimum (null) must be a number");
    }

    @Test
    void descriptorThatIsNotJson_isAnError() throws IOException {
        Files.writeString(folder.resolve("t.json"), "[");
        assertThatThrownBy(this::only)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("must be a JSON object");
    }

    @Test
    void folderWithoutDescriptors_isAnError() throws IOException {
        Files.delete(folder.resolve("t.json"));
        assertThatThrownBy(() -> Problems.inFolder(folder)).hasMessageContaining("must hold descriptors");
    }

    @Test
    void conditionalParametersAreThereOnlyInTheirBranches() throws IOException {
        writeNested();
        Problem problem = Problems.inFolder(folder).get(0);

        assertThat(problem.space().parameters().stream().map(Parameter::name))
                .containsExactly("k", "p.x", "q.x", "m", "y");
        assertThat(point(problem, Map.of("k", "r")).asMap()).containsOnlyKeys("k");
        assertThat(point(problem, Map.of("k", "q", "q.x", "0.5", "m", "t", "y", "4"))
                        .asMap())
                .containsOnlyKeys("k", "q.x", "m", "y");
    }

    @Test
    void valueIsThatOfTheNearestRowsOfTheSameChoices() throws IOException {
        writeNested();
        Problem problem = Problems.inFolder(folder).get(0);

        assertThat(problem.value(point(problem, Map.of("k", "r")))).isEqualTo(7);
        // Equally far from two rows, the mean; at a row, its value but for the softening.
        assertThat(problem.value(point(problem, Map.of("k", "p", "p.x", "0.5"))))
                .isEqualTo(2);
        assertThat(problem.value(point(problem, Map.of("k", "p", "p.x", "0.0"))))
                .isBetween(1.0, 1.00001);
    }

    @Test
    void choicesWithoutARow_areAnError() throws IOException {
        writeNested();
        Files.writeString(folder.resolve("t.csv"), "k,x,m,y,v\nr,,,,7\n");
        assertThatThrownBy(() -> Problems.inFolder(folder)).hasMessageContaining("there must be a row with [");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"when\": {\"k\": [\"q\"]}' | '\"when\": {\"k\": [\"z\"]}' | when ([z]) of m must be some of the choices of k",
                "'\"when\": {\"k\": [\"q\"]}' | '\"when\": {\"x\": [\"q\"]}' | when (x) of m must name a categorical parameter before it",
                "'\"when\": {\"k\": [\"q\"]}' | '\"when\": {\"y\": [\"q\"]}' | when (y) of m must name a categorical parameter before it"
            })
    void conditionThatCannotHold_isAnError(String old, String wrong, String message) throws IOException {
        writeNested();
        Files.writeString(folder.resolve("t.json"), NESTED.replace(old, wrong));
        assertThatThrownBy(() -> Problems.inFolder(folder))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("t.json: " + message);
    }

    @Test
    void gridOfAParameterWithoutGaps_isAnError() throws IOException {
        Files.writeString(
                folder.resolve("t.json"), GRID.replace("\"int\", \"radix\": 3", "\"float\", \"low\": 0, \"high\": 1"));
        assertThatThrownBy(this::only)
                .isInstanceOf(ProblemException.class)
                .hasMessageEndingWith("b must be of a grid: categorical, or int with a radix");
    }

    private void writeNested() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "k,x,m,y,v\np,0,,,1\np,1,,,3\nq,0.5,s,,5\nq,0.5,t,4,6\nr,,,,7\n");
        Files.writeString(folder.resolve("t.json"), NESTED);
    }

    private Problem only() {
        List<Problem> problems = Problems.inFolder(folder);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static Configuration point(Problem problem, Map<String, String> texts) {
        return problem.space().choose(parameter -> parameter.domain().parse(texts.getOrDefault(parameter.name(), "")));
    }
}
