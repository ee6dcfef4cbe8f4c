// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.annotations.SearchSpace;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor without its own dependencies: a compiler of its own process, since one in this finds them on the class path. */
class ProcessorPathTests {

    private static final String MISSING = "processor path (without hpo-annotations) must hold the dependencies of"
            + " hpo-processor too; let the build tool resolve them, or add their jars";

    @Test
    void aJarWithoutItsDependenciesSaysSoAndLeavesASpaceThatDoes(@TempDir Path folder) throws Exception {
        Path source = folder.resolve("Simple.java");
        Files.writeString(source, "@dev.hpo.annotations.SearchSpace record Simple(boolean on) {}");

        String output = javac(folder, source);

        assertThat(output).contains("error: Simple: " + MISSING).doesNotContain("report", "Exception", "\tat ");
        assertThat(Cases.read(folder.resolve("SimpleSpace.java"))).contains("\"Simple: " + MISSING + "\"");
    }

    private static String javac(Path folder, Path source) throws IOException, InterruptedException, URISyntaxException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-processor",
                        Ecj.OURS,
                        "-processorpath",
                        place(SearchSpaceProcessor.class),
                        "-cp",
                        place(SearchSpace.class),
                        "-d",
                        folder.toString(),
                        source.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }

    private static String place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
