// SPDX-License-Identifier: Apache-2.0
package dev.hpo.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A Gradle build resolves the artifacts, runs the processor and tunes; with the Gradle that Debian packages. */
class GradleTests {

    /** Gradle 4.4.1, made to run on newer JDKs. */
    private static final Path GRADLE = Path.of("/usr/share/gradle/bin/gradle");

    @Test
    void trialsRun_andTheirResultsAreKept_andOneRunsAgain() throws IOException {
        assumeTrue(Files.isExecutable(GRADLE), "Debian's package gradle is not installed");
        Consumer consumer = Consumer.copy(
                "gradle", "gradle", Map.of("repository", repository().toUri().toString()));

        Run run = gradle(consumer, "\"$@\" tune test");

        run.succeeds()
                .prints(
                        "BUILD SUCCESSFUL",
                        "slope",
                        "files     build/hpo/com.example.LineTuning.tune/",
                        "files     build/hpo/com.example.WorkerTuning.tune/",
                        "best.properties");
        assertThat(consumer.file("build/classes/java/main/com/example/LineConfigSpace.class"))
                .exists();

        String replay = run.replayOf("com.example.WorkerTuning.tune");
        assertThat(replay).contains("cleanTest test --tests com.example.WorkerTuning.tune");
        // A test that JUnit 4 runs has other names for methods.
        gradle(consumer, replay.replace(" gradle ", " \"$@\" ").replace("WorkerTuning.tune", "WorkerTuning"))
                .succeeds()
                .prints("of WorkerTuning.tune was run again: ", ", as before");
    }

    /** Returns a repository of nothing but hpo: of other artifacts, Maven's has some without their jars, which Gradle would miss. */
    private static Path repository() throws IOException {
        Path repository =
                Files.createDirectories(Path.of("target/gradle-repository").toAbsolutePath());
        Path group = repository.resolve("dev");
        Files.deleteIfExists(group);
        Files.createSymbolicLink(group, Path.of(Consumer.property("consumers.repository"), "dev"));
        return repository;
    }

    /** Runs a line of a shell, in which {@code "$@"} is Gradle with options of this test. */
    private static Run gradle(Consumer consumer, String line) {
        return Run.of(
                consumer.folder(),
                Map.of("JAVA_HOME", Jdk.running().home().toString()),
                List.of(
                        "sh",
                        "-c",
                        line,
                        "sh",
                        GRADLE.toString(),
                        "--no-daemon",
                        "--gradle-user-home",
                        consumer.file("home").toString()));
    }
}
