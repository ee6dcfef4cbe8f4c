// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.benchmarks.Benchmarks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(300)
class StorageBenchmarksTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void killedProcessesLoseNothing(int processes, @TempDir Path folder) throws IOException {
        int code = run("kill", "--processes", "" + processes, "--kills", "3", "--folder", folder.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).endsWith("kills=3 lost=0 doubled=0 gaps=0 corrupt=0" + System.lineSeparator());
        assertThat(code).isZero();
        RawJournal raw = RawJournal.read(folder.resolve("file-0/killed.log"));
        assertThat(raw.badLines()).isZero();
        assertThat(raw.values()).hasSizeGreaterThan(5);
    }

    @Test
    void whatIsWrongIsCounted(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("raw.log");
        Files.writeString(file, """
                {"op_code":0,"worker_id":"a","study_name":"s","directions":[1]}
                {"op_code":4,"worker_id":"a","study_id":0,"system_attrs":{"hpo:number":0}}
                {"op_code":4,"worker_id":"a","study_id":0,"system_attrs":{"hpo:number":2}}
                {"op_code":6,"worker_id":"a","trial_id":0,"state":1,"values":[0.5]}
                {"op_code":6,"worker_id":"b","trial_id":0,"state":1,"values":[0.75]}
                {"op_code":6,"wor{"op_code":6,"worker_id":"a","trial_id":1,"state":1,"values":[0.5]}
                {"op_code":6,"worker_id":"a","trial_""");

        RawJournal raw = RawJournal.read(file);

        assertThat(raw.numbers()).containsExactly(0, 2);
        assertThat(raw.values()).containsOnlyKeys(0).containsEntry(0, 0.5);
        assertThat(raw.badLines()).isEqualTo(3);
        assertThat(new Tally(1, 2, 1, 0, new Tally.Harm(0, 0, 1, 3)).isSound()).isFalse();
    }

    @Test
    void ratesAndStartsAreTables() {
        int code = run("storage", "--trials", "20", "--processes", "1,2", "--stored", "30");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("\\| journal \\| 1 \\| \\d+ \\| 1\\.00 \\|"))
                .anyMatch(line -> line.matches("\\| journal \\| 2 \\| \\d+ \\| \\d+\\.\\d\\d \\|"))
                .anyMatch(line -> line.matches("\\| the same, a journal with 30 trials of 20 parameters \\| \\d+ \\|"));
    }

    @Test
    void wrongOptionsAreErrors() {
        assertThat(run("kill", "--storage", "memory")).isEqualTo(2);
        assertThat(err.toString()).contains("--storage (memory) must be journal");
        assertThat(run("kill", "--kills", "0")).isEqualTo(2);
        assertThat(run("storage", "--trials", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("--trials (1) must be at least 10");
    }

    private int run(String... arguments) {
        return Benchmarks.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
