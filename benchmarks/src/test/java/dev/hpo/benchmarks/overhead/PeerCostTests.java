// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.benchmarks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerCostTests {

    private Path file;

    @BeforeEach
    void name(@TempDir Path folder) {
        file = folder.resolve("overhead.csv");
    }

    @Test
    void linesAreRead_inAnyOrderOfColumns() throws IOException {
        Files.writeString(
                file, "n,d,tool,version,sampler,samples,cpu_ms_median\n100,5,optuna,5.0.0,TPESampler,50,3.9\n");

        assertThat(PeerCost.read(file)).containsExactly(new PeerCost("optuna 5.0.0 TPESampler", 100, 5, 3.9));
    }

    @Test
    void wrongLinesAndFiles_areNamed() throws IOException {
        Files.writeString(file, "tool,version,sampler,n,d,cpu_ms_median\noptuna,5.0.0,TPESampler,100,5,fast\n");

        assertThatThrownBy(() -> PeerCost.read(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(file + ", line 2 must have tool, version")
                .hasMessageContaining("fast");
        assertThatThrownBy(() -> PeerCost.read(file.resolveSibling("none.csv")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("none.csv cannot be read");
    }
}
