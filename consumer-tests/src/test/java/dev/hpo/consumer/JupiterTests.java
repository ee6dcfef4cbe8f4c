// SPDX-License-Identifier: Apache-2.0
package dev.hpo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A project with two coordinates and the processor tunes under Surefire, on each supported JUnit. */
class JupiterTests {

    private static final String NEWEST = "6.1.3";

    /** {@code datetime_start}, {@code datetime_complete} and {@code duration}. */
    private static final int TIME_COLUMNS = 3;

    static Stream<Arguments> platforms() {
        return Stream.concat(
                Stream.of("5.10.5", "5.14.4").map(junit -> Arguments.of(junit, Jdk.running())),
                Jdk.all().map(jdk -> Arguments.of(NEWEST, jdk)));
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void trialsRun_andTheirResultsAreKept(String junit, Jdk jdk) throws IOException {
        Consumer consumer = copy("jupiter-" + junit + " on " + jdk, junit);

        Run run = consumer.maven(jdk, "test")
                .succeeds()
                .prints(
                        "Tests run: 20, Failures: 0, Errors: 0",
                        "run 1: minimize validation loss",
                        "start (trial 0)",
                        "target/hpo/com.example.CurveTuning.tune",
                        "best.properties",
                        "-Dhpo.replay=");

        // JUnit complains about nothing, and no control code gets into a log.
        assertThat(printedByTests(run)).contains("run 1: ").doesNotContain("org.junit.", "\u001b", "\r");

        assertThat(report(consumer, "CurveTuning")).contains("trial 0: learningRate=0.5, hiddenUnits=64", "trial 19: ");
        assertThat(consumer.result("trials.csv"))
                .content()
                .hasLineCount(21)
                .containsPattern("^number,state,.*,datetime_start,datetime_complete,duration\\R");
        assertThat(Files.readAllLines(consumer.file(".hpo/com.example.CurveTuning.tune.log")))
                .hasSizeGreaterThanOrEqualTo(20);
        assertThat(consumer.file(".hpo/.gitignore")).hasContent("*");
        assertThat(consumer.result("study.json")).content().startsWith("{").contains("\"validation loss\"");
        assertThat(best(consumer))
                .containsKeys("learningRate", "hiddenUnits", "batchSize", "activation", "optimizer.kind");
    }

    @Test
    void gateThatDoesNotHold_failsTheBuild() {
        Consumer consumer = copy("gate", NEWEST);

        consumer.maven(Jdk.running(), "test", "-Dtest=Gate")
                .fails()
                .prints(
                        "Gate.tune: best validation loss (",
                        ") must be at most 0.5; ",
                        "Tests run: 4, Failures: 1",
                        "BUILD FAILURE")
                .printsNot("\tat dev.hpo.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tune", "tuneBehindAGate"})
    void studyThatWasCutShort_staysRed_howeverItsTrialsAreRepeated(String method) {
        Consumer consumer = copy("cut short " + method, NEWEST);

        consumer.maven(Jdk.running(), "test", "-Dtest=CutShort#" + method, "-Dsurefire.rerunFailingTestsCount=2")
                .fails()
                .prints(
                        "CutShort." + method + ": study must run to its end, but was cut short after 2 of 6 trials,"
                                + " since trial 1 failed",
                        "BUILD FAILURE");
    }

    @Test
    void replayedTrial_runsAloneWithItsValues_andChangesNoFile() throws IOException {
        Consumer consumer = copy("replay", NEWEST);
        consumer.maven(Jdk.running(), "test", "-Dhpo.trials=5").succeeds().prints("Tests run: 5,");
        String csv = Files.readString(consumer.result("trials.csv"));
        Path journal = consumer.file(".hpo/com.example.CurveTuning.tune.log");
        String kept = Files.readString(journal);
        String name = nameOf(report(consumer, "CurveTuning"), "trial 3: ");

        consumer.maven(Jdk.running(), "test", "-Dhpo.replay=3").succeeds().prints("Tests run: 1,");

        assertThat(nameOf(report(consumer, "CurveTuning"), "trial 3: ")).isEqualTo(name);
        assertThat(consumer.result("trials.csv")).hasContent(csv);
        assertThat(journal).hasContent(kept);
    }

    @Test
    void sameSeedTwice_givesTheSameTrials_timesAside() throws IOException {
        Consumer first = copy("seed once", NEWEST);
        Consumer second = copy("seed again", NEWEST);

        first.maven(Jdk.running(), "test", "-Dhpo.seed=42").succeeds();
        second.maven(Jdk.running(), "test", "-Dhpo.seed=42").succeeds();

        assertThat(withoutTimes(second.result("trials.csv"))).isEqualTo(withoutTimes(first.result("trials.csv")));
    }

    @Test
    void orderedStudy_isTheSameWithTwoAndWithFourThreads() throws IOException {
        Path two = runAtOnce("two threads", 2, "FORK_JOIN_POOL");
        Path four = runAtOnce("four threads", 4, "FORK_JOIN_POOL");
        Path otherPool = runAtOnce("four threads of a pool", 4, "WORKER_THREAD_POOL");

        assertThat(two).content().hasLineCount(25);
        assertThat(withoutTimes(four)).isEqualTo(withoutTimes(two));
        assertThat(withoutTimes(otherPool)).isEqualTo(withoutTimes(two));
    }

    @Test
    void misspeltParameter_failsTheBuild_andNamesTheRightOne() {
        Consumer consumer = copy("misspelt parameter", NEWEST);

        consumer.maven(Jdk.running(), "test", "-Dhpo.trails=5")
                .fails()
                .prints("hpo.trails (5) must be a known parameter; did you mean hpo.trials");
    }

    private static Consumer copy(String name, String junit) {
        return Consumer.copy("jupiter", name, Map.of("junit.version", junit));
    }

    private static Path runAtOnce(String name, int threads, String executor) {
        String parallel = "-Djunit.jupiter.execution.parallel.";
        Consumer consumer = copy(name, NEWEST);
        consumer.maven(
                        Jdk.running(),
                        "test",
                        "-Dtest=AtOnce",
                        parallel + "enabled=true",
                        parallel + "config.strategy=fixed",
                        parallel + "config.fixed.parallelism=" + threads,
                        parallel + "config.executor-service=" + executor)
                .succeeds()
                .prints("Tests run: 24,");
        return consumer.result("trials.csv");
    }

    private static String report(Consumer consumer, String test) throws IOException {
        return Files.readString(consumer.file("target/surefire-reports/TEST-com.example." + test + ".xml"));
    }

    private static String printedByTests(Run run) {
        return run.log().substring(run.log().indexOf("T E S T S"), run.log().indexOf("Results:"));
    }

    private static String nameOf(String report, String start) {
        int at = report.indexOf(start);
        assertThat(at).as(report).isPositive();
        return report.substring(at, report.indexOf('"', at));
    }

    private static Properties best(Consumer consumer) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(consumer.result("best.properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    /** The columns with times are the last ones. */
    private static List<String> withoutTimes(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .map(line -> List.of(line.split(",", -1)))
                .map(cells -> String.join(",", cells.subList(0, cells.size() - TIME_COLUMNS)))
                .toList();
    }
}
