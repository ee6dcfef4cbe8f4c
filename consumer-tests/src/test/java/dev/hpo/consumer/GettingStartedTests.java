// SPDX-License-Identifier: Apache-2.0
package dev.hpo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide's first page shows is a project that works, and so are its variants on the page about the build. */
class GettingStartedTests {

    static Iterable<Jdk> jdks() {
        return Jdk.all().toList();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void firstStudyRuns(Jdk jdk) {
        Consumer consumer = Consumer.copy("getting-started", "getting started on " + jdk);

        consumer.maven(jdk, "test")
                .succeeds()
                .prints("Tests run: 30, Failures: 0", "descend, run 1: minimize height", "start (trial 0)");

        assertThat(consumer.result("best.properties")).content().contains("\nlearningRate = ", "\nmomentum = ");
    }

    @Test
    void profileKeepsTuningOutOfTheOrdinaryBuild() throws IOException {
        Consumer consumer = Consumer.copy("getting-started", "getting started with a profile");
        addProfile(consumer);

        consumer.maven(Jdk.running(), "test").succeeds().prints("Tests run: 0,").printsNot("DescentTuning.descend");
        consumer.maven(Jdk.running(), "test", "-Ptuning", "-Dhpo.trials=3")
                .succeeds()
                .prints("Tests run: 3,", "run 1: minimize height");
    }

    @Test
    void configurationInANamedModule_isTunedByTestsInIt() throws IOException {
        Consumer consumer = Consumer.copy("getting-started", "getting started in a module");
        Files.writeString(consumer.file("src/main/java/module-info.java"), """
                module com.example {
                    requires dev.hpo.annotations;
                }
                """);

        consumer.maven(Jdk.running(), "test", "-Dhpo.trials=3").succeeds().prints("Tests run: 3,");
    }

    /** Puts the properties that the guide shows among the others, and the profile at the end. */
    private static void addProfile(Consumer consumer) throws IOException {
        String[] parts = Files.readString(consumer.file("profile.xml")).split("\n\n", 2);
        String properties = parts[0].replaceAll("</?properties>", "");
        Path pom = consumer.file("pom.xml");
        Files.writeString(
                pom,
                Files.readString(pom)
                        .replace("</properties>", properties + "</properties>")
                        .replace("</project>", parts[1] + "</project>"));
    }
}
