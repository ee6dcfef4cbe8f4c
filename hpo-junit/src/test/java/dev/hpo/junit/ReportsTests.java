// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What lies beside a study's runs, while it goes on and afterwards. */
class ReportsTests {

    private static final List<String> SEEN = new ArrayList<>();
    private static Step step = trial -> {};

    @RegisterExtension
    final PrintedText console = new PrintedText();

    private Path folder;
    private TuningRun run;

    @BeforeEach
    void open(@TempDir Path temporary) {
        SEEN.clear();
        step = trial -> {};
        folder = temporary;
        run = new TuningRun(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal", "memory"})
    void bestSoFar_isWrittenAtEachImprovement(String storage) throws IOException {
        step = trial -> SEEN.add(Files.exists(best()) ? origin() : "none");

        run.with("hpo.storage", storage).of(SteppedTestCase.class);

        assertThat(SEEN)
                .containsExactly(
                        "none",
                        "trial 0, minimize loss: 5.0, after 1 of 8 trials: 1 complete, the run goes on",
                        "trial 0, minimize loss: 5.0, after 1 of 8 trials: 1 complete, the run goes on",
                        "trial 2, minimize loss: 4.0, after 3 of 8 trials: 3 complete, the run goes on",
                        "trial 2, minimize loss: 4.0, after 3 of 8 trials: 3 complete, the run goes on",
                        "trial 2, minimize loss: 4.0, after 3 of 8 trials: 3 complete, the run goes on",
                        "trial 5, minimize loss: 2.0, after 6 of 8 trials: 5 complete, 1 failed, the run goes on",
                        "trial 5, minimize loss: 2.0, after 6 of 8 trials: 5 complete, 1 failed, the run goes on");
        assertThat(origin())
                .isEqualTo("trial 5, minimize loss: 2.0, after 8 of 8 trials: 7 complete, 1 failed,"
                        + " ended: all 8 trials are done");
    }

    @Test
    void summary_isWrittenAsItIsPrinted() throws IOException {
        run.of(SteppedTestCase.class);

        assertThat(console.text()).endsWith(Files.readString(reports().resolve("summary.txt")));
        assertThat(left())
                .containsExactly(
                        "best.properties", "report.html", "study.json", "summary.md", "summary.txt", "trials.csv");
    }

    @Test
    void curves_areWrittenIfThereAreAny_andThoseOfAnEarlierRunGo() throws IOException {
        step = trial -> trial.report(1, 9 - trial.number());
        run.of(SteppedTestCase.class);

        assertThat(left())
                .containsExactly(
                        "best.properties",
                        "curves.csv",
                        "report.html",
                        "study.json",
                        "summary.md",
                        "summary.txt",
                        "trials.csv");
        assertThat(Files.readAllLines(reports().resolve("curves.csv")))
                .hasSize(9)
                .startsWith("number,curve,step,value,left_out,elapsed")
                .element(3, InstanceOfAssertFactories.STRING)
                .matches("2,value,1,7\\.0,0,\\d+(\\.\\d{1,6})?");
        assertThat(Files.readString(reports().resolve("summary.txt")))
                .contains(
                        "best.properties, trials.csv, curves.csv, study.json, report.html,\n              summary.md, summary.txt\n");

        step = trial -> {};
        run.of(SteppedTestCase.class);
        assertThat(left())
                .containsExactly(
                        "best.properties", "report.html", "study.json", "summary.md", "summary.txt", "trials.csv");
    }

    @Test
    void page_hasRunsBefore_ofTheSameKind() throws IOException {
        run.of(SteppedTestCase.class);
        assertThat(Files.readString(reports().resolve("report.html"))).contains("\"earlier\":[]");

        run.of(SteppedTestCase.class);
        run.with("hpo.trials", "3").of(SteppedTestCase.class);

        assertThat(Files.readString(reports().resolve("report.html")))
                .contains("\"earlier\":[{\"run\":1,\"trials\":8,", "{\"run\":2,\"trials\":8,");
    }

    @Test
    void page_hasTheTrialsAndHowToRunOneAgain_andIsInTheIndexBesideIt() throws IOException {
        run.of(SteppedTestCase.class);

        assertThat(Files.readString(reports().resolve("report.html")))
                .contains("ReportsTests.SteppedTestCase.tune", "hpo.replay={trial}");
        assertThat(Files.readString(reports().resolveSibling("index.html")))
                .contains("<h1>1 study</h1>", "/report.html\">", "ReportsTests.SteppedTestCase.tune");
    }

    @Test
    void foldersOfTheModule_areNotInThePage() throws IOException {
        Path module = Path.of("").toAbsolutePath();
        step = trial -> {
            throw new IOException(module.resolve("data/digits.csv") + " is empty");
        };
        run.with("hpo.trials", "1").of(SteppedTestCase.class);

        assertThat(Files.readString(reports().resolve("report.html")))
                .contains("IOException: ./data/digits.csv is empty");
    }

    @Test
    void indexOfSomebodyElse_isLeftAlone() throws IOException {
        Files.createDirectories(reports());
        Files.writeString(reports().resolveSibling("index.html"), "<h1>My site</h1>");

        run.of(SteppedTestCase.class).allEvents().assertStatistics(stats -> stats.failed(0));

        assertThat(reports().resolveSibling("index.html")).hasContent("<h1>My site</h1>");
    }

    @Test
    void indexThatCannotBeWritten_isSaid() throws IOException {
        Files.createDirectories(reports());
        Files.createDirectories(reports().resolveSibling("index.html"));

        EngineExecutionResults results = run.of(SteppedTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageStartingWith(
                        "ReportsTests.SteppedTestCase.tune: ../index.html in " + reports() + " must be writable: "));
    }

    @Test
    void bestThatCannotBeWrittenMeanwhile_failsNoTrialAndIsWrittenAtTheEnd() throws IOException {
        step = trial -> {
            if (trial.number() == 2) {
                replaceByFile(reports());
            } else if (trial.number() == 7) {
                Files.delete(reports());
            }
        };

        EngineExecutionResults results = run.of(SteppedTestCase.class);

        results.allEvents().assertStatistics(stats -> stats.failed(0));
        assertThat(origin()).startsWith("trial 5, ");
    }

    @Test
    void folderThatIsGone_isMadeAgain() throws IOException {
        step = trial -> {
            if (trial.number() == 4) {
                replaceByFile(reports());
                Files.delete(reports());
            }
        };

        run.of(SteppedTestCase.class).allEvents().assertStatistics(stats -> stats.failed(0));

        assertThat(origin()).startsWith("trial 5, ");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void diskThatIsFullForOneFile_costsThatFileAndNotTheSummary() {
        step = trial -> {
            Files.createDirectories(reports());
            Files.createSymbolicLink(
                    reports().resolve("trials.csv." + ProcessHandle.current().pid() + ".part"), Path.of("/dev/full"));
        };

        EngineExecutionResults results = run.with("hpo.trials", "1").of(SteppedTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessage("ReportsTests.SteppedTestCase.tune: trials.csv in " + reports()
                        + " must be writable: No space left on device; -Dhpo.directory=DIR names another folder,"
                        + " and all trials are in " + journal()));
        assertThat(console.text())
                .contains("run 1: ", "best.properties, study.json, report.html, summary.md, summary.txt\n");
    }

    @Test
    void ofTwoRunsAtOnce_theLaterOneHasTheFolder() throws IOException {
        step = trial -> {
            if (trial.number() == 3) {
                step = later -> {};
                assertThat(Files.readString(best())).contains(", run 1, trial 2\n");
                new TuningRun(folder).with("hpo.trials", "2").of(SteppedTestCase.class);
            }
        };

        run.of(SteppedTestCase.class);

        assertThat(Files.readString(best())).contains(", run 2, trial 0\n");
        assertThat(Files.readString(reports().resolve("summary.txt"))).contains(".tune, run 2: ");
        assertThat(Files.readString(reports().resolve("run-1/best.properties"))).contains(", run 1, trial 5\n");
        assertThat(console.text()).contains("  files     " + reports().resolve("run-1") + "/\n");

        run.with("hpo.trials", "1").of(SteppedTestCase.class);
        assertThat(Files.readString(best())).contains(", run 3, trial 0\n");
    }

    @Test
    void runWithoutABest_leavesThatOfARunAtOnceAlone() throws IOException {
        step = trial -> {
            if (trial.number() == 3) {
                step = later -> {
                    throw new IllegalStateException("nothing works");
                };
                new TuningRun(folder).with("hpo.trials", "2").of(SteppedTestCase.class);
                step = later -> {};
                assertThat(Files.readString(best())).contains(", run 1, trial 2\n");
            }
        };
        run.of(SteppedTestCase.class);
        assertThat(Files.readString(best())).contains(", run 1, trial 5\n");

        step = trial -> {
            throw new IllegalStateException("nothing works");
        };
        run.of(SteppedTestCase.class);
        assertThat(best()).as("that of a run that is over").doesNotExist();
    }

    @Test
    void runsThatBeginAnew_takeTheFolderOfTheOldOnes() throws IOException {
        run.of(SteppedTestCase.class);
        run.of(SteppedTestCase.class);
        assertThat(Files.readString(best())).contains(", run 2, ");
        Files.delete(journal());

        run.of(SteppedTestCase.class);

        assertThat(Files.readString(best())).contains(", run 1, ");
        assertThat(reports().resolve("run-1")).doesNotExist();
    }

    private static void replaceByFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        Files.createFile(folder);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(reports())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path journal() {
        return run.journal(SteppedTestCase.class, "tune");
    }

    private Path reports() {
        return run.folder(SteppedTestCase.class, "tune");
    }

    private Path best() {
        return reports().resolve("best.properties");
    }

    /** Returns what the file says of its origin, without what differs from run to run. */
    private String origin() throws IOException {
        return Files.readAllLines(best()).stream()
                .filter(line -> line.startsWith("# ") && !line.startsWith("# seed "))
                .map(line -> line.substring(2).replaceFirst(".*, run \\d+, ", ""))
                .reduce((line, next) -> line + ", " + next)
                .orElseThrow();
    }

    static class SteppedTestCase {

        private static final double[] LOSSES = {5, 6, 4, 7, Double.NaN, 2, 3, 2};

        @TuningTest(trials = 8)
        @Minimize("loss")
        void tune(Point point, Trial trial) throws IOException {
            step.run(trial);
            trial.report(LOSSES[trial.number()]);
        }
    }

    /** What a trial does before it reports. */
    @FunctionalInterface
    private interface Step {
        void run(Trial trial) throws IOException;
    }
}
