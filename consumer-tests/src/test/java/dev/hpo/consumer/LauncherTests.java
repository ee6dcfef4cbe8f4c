// SPDX-License-Identifier: Apache-2.0
package dev.hpo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tuning runs from a plain class path, without a build tool. */
class LauncherTests {

    private static Consumer consumer;

    @BeforeAll
    static void build() {
        consumer = Consumer.copy("launcher-jar", "launcher-jar");
        consumer.maven(Jdk.running(), "package").succeeds();
    }

    @Test
    void trialsRun_andTheirResultsAreKept() {
        Run run = launch("com.example.CacheTuning#tune", "--trials", "7", "--directory", "seven");

        assertThat(run.exitCode()).as("exit code of%n%s", run.log()).isZero();
        run.prints("capacity", "best.properties");
        assertThat(consumer.file("seven")).isDirectoryRecursivelyContaining("glob:**/trials.csv");

        Run.of(consumer.folder(), Map.of(), List.of("sh", "-c", run.replayOf("com.example.CacheTuning.tune")))
                .succeeds()
                .prints("of CacheTuning.tune was run again: ", ", as before");
    }

    @Test
    void gateThatDoesNotHold_givesOne() {
        Run run = launch("com.example.CacheTuning#tuneBeyondReach");

        assertThat(run.exitCode()).as("exit code of%n%s", run.log()).isEqualTo(1);
        run.prints("best hit ratio (1.0, trial 4) must be at least 2.0").printsNot("\tat ");
    }

    @Test
    void unknownTest_givesTwo() {
        Run run = launch("com.example.NoTuning");

        assertThat(run.exitCode()).as("exit code of%n%s", run.log()).isEqualTo(2);
        run.prints("com.example.NoTuning").printsNot("\tat ");
    }

    private static Run launch(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Jdk.running().java().toString(),
                "-cp",
                "target/launcher-jar-1.jar" + File.pathSeparator + "target/lib/*",
                "dev.hpo.junit.TuningLauncher"));
        command.addAll(List.of(arguments));
        return Run.of(consumer.folder(), Map.of(), command);
    }
}
