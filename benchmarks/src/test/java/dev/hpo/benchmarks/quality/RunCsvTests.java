// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.benchmarks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCsvTests {

    private Path folder;

    @BeforeEach
    void takeFolder(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void columnsAreThoseThatPeersWriteAndThenOurs() {
        assertThat(RunCsv.header(300))
                .startsWith("problem", "sampler", "seed", "best25", "best50", "best100", "best200", "asktell_cpu_s")
                .contains("pending", "best85", "best300");
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Run first = run(new Run.Key("a, \"b\"", "gp", 3, 1), Map.of(25, 0.1 + 0.2, 50, -1e-300));
        Run second = run(new Run.Key("c", "gp", 100_003, 4, 200), Map.of(25, 3.0));
        Path file = folder.resolve("raw.csv");
        write(file, first);
        write(file, second);

        assertThat(RunCsv.read(file)).containsExactly(first, second);
        assertThat(Files.readAllLines(file)).hasSize(3);
    }

    @Test
    void otherColumnsAndBlanksAreLeftOut() throws IOException {
        Path file = file("version,problem,sampler,seed,best25,best50,note\n5.0,p,gp,3,0.5,,slow\n");

        assertThat(RunCsv.read(file))
                .containsExactly(
                        new Run(new Run.Key("p", "gp", 3, 1), new TreeMap<>(Map.of(25, 0.5)), OptionalDouble.empty()));
    }

    @Test
    void valueThatIsNoNumber_isAnErrorWithItsLine() throws IOException {
        Path file = file("problem,sampler,seed,best25\np,gp,3,0.5\np,gp,4,ERR\n");
        assertThatThrownBy(() -> RunCsv.read(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageEndingWith("raw.csv, line 3: best25 (ERR) must be a number");
    }

    @Test
    void fileWithoutSamplers_isAnError() throws IOException {
        Path file = file("problem,seed,best25\np,3,0.5\n");
        assertThatThrownBy(() -> RunCsv.read(file)).hasMessageEndingWith("line 2 must have a sampler");
    }

    @Test
    void fileThatIsMissing_isAnError() {
        assertThatThrownBy(() -> RunCsv.read(folder.resolve("no.csv")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be read");
    }

    private static void write(Path file, Run run) throws IOException {
        List<String> header = RunCsv.header(200);
        try (RunWriter writer = new RunWriter(file, header)) {
            writer.write(run);
        }
    }

    private static Run run(Run.Key key, Map<Integer, Double> best) {
        return new Run(key, new TreeMap<>(best), OptionalDouble.of(0.25));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("raw.csv"), text);
    }
}
