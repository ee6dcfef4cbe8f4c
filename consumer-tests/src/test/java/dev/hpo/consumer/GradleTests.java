// SPDX-License-Identifier: Apache-2.0
package dev.hpo.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
    void trialsRun_andTheirResultsAreKept() {
        assumeTrue(Files.isExecutable(GRADLE), "Debian's package gradle is not installed");
        String repository =
                Path.of(Consumer.property("consumers.repository")).toUri().toString();
        Consumer consumer = Consumer.copy("gradle", "gradle", Map.of("repository", repository));

        Run run = Run.of(
                consumer.folder(),
                Map.of("JAVA_HOME", Jdk.running().home().toString()),
                List.of(
                        GRADLE.toString(),
                        "--no-daemon",
                        "--gradle-user-home",
                        consumer.file("home").toString(),
                        "tune"));

        run.succeeds().prints("BUILD SUCCESSFUL", "slope", "build/hpo/com.example.LineTuning.tune", "best.properties");
        assertThat(consumer.file("build/classes/java/main/com/example/LineConfigSpace.class"))
                .exists();
    }
}
