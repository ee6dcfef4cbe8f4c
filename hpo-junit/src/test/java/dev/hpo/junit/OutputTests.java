// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.junit.LaunchedRun.Results;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is printed, and what JUnit's configuration and the command line say. */
class OutputTests {

    @RegisterExtension
    final PrintedText console = new PrintedText();

    private Path folder;

    @BeforeEach
    void listen(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void improvements_arePrintedAndTheSummaryComesAfterAllTests() {
        new LaunchedRun(folder).of(selectClass(FallingTestCase.class), selectClass(LastTestCase.class));

        List<String> lines = printed();
        assertThat(lines)
                .filteredOn(line -> line.startsWith("FallingTestCase.tune  "))
                .hasSize(3);
        assertThat(lines)
                .containsSubsequence(
                        "last test",
                        "dev.hpo.junit.OutputTests.FallingTestCase.tune, run 1: minimize loss",
                        "dev.hpo.junit.OutputTests.LastTestCase.tune, run 1: maximize score");
        assertThat(lines)
                .anyMatch(line -> line.contains("'-Dtest=dev.hpo.junit.OutputTests$FallingTestCase#tune'"))
                .anyMatch(line -> line.contains("or run the trial again in the test tree"));
    }

    @Test
    void warmStartFromNothing_saysThatTheStudyStartsCold() {
        new TuningRun(folder).of(FallingTestCase.class);
        String study = "dev.hpo.junit.OutputTests.FallingTestCase.tune";

        new TuningRun(folder).with("hpo.warm", "true").of(ElsewhereTestCase.class);
        new TuningRun(folder).with("hpo.warm", study).of(ElsewhereTestCase.class);

        assertThat(printed())
                .contains(
                        "hpo: hpo.warm found no earlier trials; this study starts cold.",
                        "hpo: hpo.warm (" + study
                                + ") found no earlier trials in the present search space; this study starts cold.");
    }

    @Test
    void output_hasNoControlCodesAndFitsIntoAColumn() {
        new LaunchedRun(folder).of(selectClass(FallingTestCase.class));

        assertThat(printed())
                .filteredOn(line -> !line.contains(folder.toString()))
                .allMatch(line -> line.length() <= 80);
        assertThat(console.text()).doesNotContain("\r", "\u001b", "\t");
    }

    @Test
    void classWithoutAStart_isSaidToHaveNone() {
        new TuningRun(folder).of(UntouchedTestCase.class);

        assertThat(printed()).contains("  no start: Untouched.threads (0) is not in 1 to 64");
    }

    @Test
    void withoutALauncher_theSummaryIsPrintedAtTheEndOfTheStudy() {
        new TuningRun(folder).of(FallingTestCase.class);

        assertThat(printed()).contains("dev.hpo.junit.OutputTests.FallingTestCase.tune, run 1: minimize loss");
    }

    @Test
    void messageThatIsCutInAnEmoji_isWrittenAllTheSame() throws IOException {
        new LaunchedRun(folder).of(selectClass(EmojiTestCase.class));

        Path study = folder.resolve("dev.hpo.junit.OutputTests.EmojiTestCase.tune");
        assertThat(study.resolve("trials.csv")).content().contains("half of it: ?");
        assertThat(study.resolve("study.json")).exists();
        try (Stream<Path> files = Files.list(study)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void replay_saysWhatCameOut() {
        new LaunchedRun(folder).of(selectClass(FallingTestCase.class));
        console.reset();

        new LaunchedRun(folder).with("hpo.replay", "2").of(selectClass(FallingTestCase.class));

        assertThat(printed())
                .containsExactly(
                        "hpo: trial 2 of OutputTests.FallingTestCase.tune was run again: value 1.0, as before");
    }

    @Test
    void replayThatComesOutOtherwise_saysSo() {
        System.setProperty(UnsteadyTestCase.class.getName(), "3");
        try {
            new LaunchedRun(folder).of(selectClass(UnsteadyTestCase.class));
            console.reset();
            System.setProperty(UnsteadyTestCase.class.getName(), "4");

            new LaunchedRun(folder).with("hpo.replay", "0").of(selectClass(UnsteadyTestCase.class));
        } finally {
            System.clearProperty(UnsteadyTestCase.class.getName());
        }

        assertThat(printed())
                .containsExactly("hpo: trial 0 of OutputTests.UnsteadyTestCase.tune was run again: value 4.0;"
                        + " before: value 3.0");
    }

    @Test
    void concurrentTestWithoutParallelExecution_getsAHint() {
        new TuningRun(folder).of(HintedTestCase.class);
        new TuningRun(folder).of(HintedTestCase.class);

        assertThat(printed())
                .filteredOn(line -> line.contains("OutputTests.HintedTestCase.tune is @Execution(CONCURRENT)"))
                .hasSize(1);
    }

    @Test
    void unknownParameter_isAMistakeWhereverItWasGiven() {
        System.setProperty("hpo.sead", "3");
        Results results;
        try {
            results = new LaunchedRun(folder).with("hpo.trails", "3").of(selectClass(FallingTestCase.class));
        } finally {
            System.clearProperty("hpo.sead");
        }

        assertThat(results.tests()).isEmpty();
        assertThat(results.failures())
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure)
                                .isInstanceOf(TuningConfigurationException.class)
                                .hasMessage(
                                        "hpo.sead (3) must be a known parameter; did you mean hpo.seed, a whole number?\n"
                                                + "hpo.trails (3) must be a known parameter; did you mean hpo.trials, a whole number of at least 1?"));
    }

    @Test
    void unknownParameter_isAMistakeInTheConfigurationFileToo() throws IOException {
        Files.writeString(folder.resolve("junit-platform.properties"), "hpo.trails = 3");
        Thread thread = Thread.currentThread();
        ClassLoader usualLoader = thread.getContextClassLoader();
        Results results;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, usualLoader)) {
            thread.setContextClassLoader(loader);
            results = new LaunchedRun(folder).of(selectClass(FallingTestCase.class));
        } finally {
            thread.setContextClassLoader(usualLoader);
        }

        assertThat(results.failures()).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageStartingWith("hpo.trails (3) must be a known parameter; did you mean hpo.trials,"));
    }

    @Test
    void systemProperty_isAParameter() {
        System.setProperty("hpo.trials", "2");
        Results results;
        try {
            results = new LaunchedRun(folder).of(selectClass(FallingTestCase.class));
        } finally {
            System.clearProperty("hpo.trials");
        }

        assertThat(results.tests()).hasSize(2);
    }

    private List<String> printed() {
        return console.lines();
    }

    @SearchSpace
    record Elsewhere(@Uniform(min = 100, max = 200) double x) {}

    static class ElsewhereTestCase {

        @TuningTest(trials = 1)
        @Minimize("loss")
        void tune(Elsewhere elsewhere, Trial trial) {
            trial.report(elsewhere.x());
        }
    }

    static class UnsteadyTestCase {

        @TuningTest(trials = 1)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(Double.parseDouble(System.getProperty(getClass().getName())));
        }
    }

    static class FallingTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(3 - trial.number());
        }
    }

    static class EmojiTestCase {

        @TuningTest(trials = 2)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            if (trial.number() == 0) {
                throw new IllegalStateException("half of it: " + "\uD83D\uDE00".charAt(0));
            }
            trial.report(1);
        }
    }

    @SearchSpace
    static class Untouched {
        @Uniform(min = 1, max = 64)
        int threads;
    }

    static class UntouchedTestCase {
        @TuningTest(trials = 1)
        @Minimize("loss")
        void tune(Untouched untouched, Trial trial) {
            trial.report(untouched.threads);
        }
    }

    static class LastTestCase {

        @TuningTest(trials = 1)
        @Maximize("score")
        void tune(Point point, Trial trial) {
            System.out.println("last test");
            trial.report(3);
        }
    }

    static class HintedTestCase {

        @TuningTest(trials = 1)
        @Maximize("score")
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) {
            trial.report(3);
        }
    }
}
