// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.QmcSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.storage.RunEnd;
import dev.hpo.study.Trial;
import dev.hpo.trial.StudyFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a study when its process is told to end. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
@Timeout(300)
class ShutdownTests {

    private static final RunEnd ENDED =
            new RunEnd(RunEnd.Kind.INTERRUPTED, "its process was told to end, as by Ctrl-C or System.exit");

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
    void signal_leavesTheStudyToItsNextRunWithItsResults(String signal, int code) throws Exception {
        assumeFalse(isIgnored(signal), "whoever runs the tests ignores this signal, and so do all processes in them");
        LaunchedProcess process = start(LongTestCase.class).awaitReady();
        assertThat(best(LongTestCase.class)).contains("\n# after 9 of 25 trials: ", "\n# the run goes on\n");

        assertThat(process.signal(signal).exitCode()).isEqualTo(code);

        assertInterrupted(process, LongTestCase.class);
        assertThat(run(LongTestCase.class).states(LongTestCase.class, "tune"))
                .hasSize(10)
                .endsWith("COMPLETE", "RUNNING");
    }

    @Test
    void exitInATrial_isAnEndLikeAnyOther() throws Exception {
        LaunchedProcess process = start(ExitingTestCase.class);

        assertThat(process.exitCode()).isEqualTo(3);

        assertInterrupted(process, ExitingTestCase.class);
    }

    /** The one thread has the turn, as it waits for what the other thread runs. */
    @Test
    void threadThatWaitsForItsTurn_isNotWaitedFor() throws Exception {
        LaunchedProcess process = LaunchedProcess.start(
                        folder,
                        List.of(AtOnceTestCase.class),
                        "-Djunit.jupiter.execution.parallel.enabled=true",
                        "-Djunit.jupiter.execution.parallel.config.strategy=fixed",
                        "-Djunit.jupiter.execution.parallel.config.fixed.parallelism=2")
                .awaitReady();

        process.signal("TERM").exitCode();

        assertLetGo(process, AtOnceTestCase.class);
        assertThat(process.err())
                .containsOnlyOnce(Files.readString(summary(AtOnceTestCase.class)))
                .containsPattern("interrupted after [89] of 25 trials; run it again to go on");
        assertThat(run(AtOnceTestCase.class)
                        .states(AtOnceTestCase.class, "tune")
                        .get(8))
                .isEqualTo("RUNNING");
    }

    @Test
    void samplerThatThinks_isNotWaitedFor() throws Exception {
        LaunchedProcess process = start(ThinkingTestCase.class).awaitReady();

        process.signal("TERM").exitCode();

        assertInterrupted(process, ThinkingTestCase.class);
        assertThat(run(ThinkingTestCase.class).states(ThinkingTestCase.class, "tune"))
                .isEqualTo(Collections.nCopies(9, "COMPLETE"));
    }

    @Test
    void summaryThatWaitedForTheEndOfAllTests_isPrintedToo() throws Exception {
        LaunchedProcess process = LaunchedProcess.start(folder, List.of(DoneTestCase.class, LongTestCase.class))
                .awaitReady();

        process.signal("TERM").exitCode();

        assertThat(process.err())
                .containsOnlyOnce("ShutdownTests.DoneTestCase.tune, run 1: ")
                .containsOnlyOnce("  ended     all 2 trials are done\n");
        assertThat(process.out()).doesNotContain(", run 1: ");
        assertInterrupted(process, LongTestCase.class);
    }

    @Test
    void studyInMemory_isNotSaidToGoOn() throws Exception {
        LaunchedProcess process = LaunchedProcess.start(folder, List.of(LongTestCase.class), "-Dhpo.storage=memory")
                .awaitReady();

        process.signal("TERM").exitCode();

        assertThat(process.err()).containsOnlyOnce("  ended     interrupted after 9 of 25 trials\n");
        assertThat(best(LongTestCase.class)).contains("\n# interrupted: its process was told to end");
    }

    /** A limit on the size of files is a disk that is full for each of them. */
    @Test
    void diskThatGetsFull_costsNoSummaryAndNoOtherReport() throws Exception {
        LaunchedProcess process = LaunchedProcess.startWithFilesOf(8192, folder, List.of(LargeTestCase.class));

        assertThat(process.exitCode()).isEqualTo(1);

        assertThat(process.out())
                .containsOnlyOnce("ShutdownTests.LargeTestCase.tune, run 1: ")
                .contains("  ended     interrupted after 3 of 25 trials; run it again to go on\n")
                .contains("trial 2 could not be stored: ", "must be writable: java.io.IOException: File too large")
                .contains("study.json, report.html in ", "must be writable: File too large; ");
        assertThat(run(LargeTestCase.class).runs(LargeTestCase.class, "tune"))
                .singleElement()
                .satisfies(run -> assertThat(run.isFinished()).isFalse());
        assertThat(best(LargeTestCase.class)).contains(", run 1, trial 2\n");
    }

    @Test
    void reportsThatCannotBeWritten_costNoSummary() throws Exception {
        LaunchedProcess process = start(LongTestCase.class).awaitReady();
        Path reports = run(LongTestCase.class).folder(LongTestCase.class, "tune");
        Files.delete(reports.resolve("best.properties"));
        Files.delete(reports);
        Files.createFile(reports);

        process.signal("TERM").exitCode();

        assertThat(process.err())
                .contains("  ended     interrupted after 9 of 25 trials; run it again to go on\n")
                .contains("best.properties, trials.csv, summary.md, summary.txt in " + reports + " must be writable: ")
                .contains("and all trials are in " + run(LongTestCase.class).journal(LongTestCase.class, "tune"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nextRun_saysWhereTheSummaryIsOfOneThatWasInterrupted(boolean isLeft) throws Exception {
        if (isLeft) {
            start(LongTestCase.class).awaitReady().signal("TERM").exitCode();
        }
        Files.deleteIfExists(folder.resolve("ready"));

        LaunchedProcess next = start(LongTestCase.class).awaitReady();
        next.signal("KILL").exitCode();

        String hint = "hpo: the run before of ShutdownTests.LongTestCase.tune was interrupted; its summary is in "
                + summary(LongTestCase.class) + "\n";
        assertThat(Pattern.compile(Pattern.quote(hint)).matcher(next.out()).results())
                .hasSize(isLeft ? 1 : 0);

        // That was of the first part; the second has left none.
        Path markdown = summary(LongTestCase.class).resolveSibling("summary.md");
        assertThat(!isLeft
                        || Files.readString(markdown)
                                .contains("- **ended**: an earlier part or run, interrupted after 9 of 25"))
                .isTrue();
        Files.deleteIfExists(folder.resolve("ready"));
        LaunchedProcess third = start(LongTestCase.class).awaitReady();
        third.signal("KILL").exitCode();
        assertThat(third.out())
                .contains("run 1: continued after 9 of 25 trials")
                .doesNotContain("its summary is in");
        assertThat(summary(LongTestCase.class).toFile().exists()).isEqualTo(isLeft);
    }

    /** A pipe that nobody reads is as good as a disk that does not answer. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void reportThatTakesForEver_costsNoSummary() throws Exception {
        LaunchedProcess process = start(SlowDiskTestCase.class).awaitReady();

        process.signal("TERM").exitCode();

        assertThat(process.err()).contains("  ended     interrupted after 9 of 25 trials; run it again to go on\n");
    }

    /** Nobody writes to a pipe that stands where the journal was, so that whoever reads it waits for ever. */
    @Test
    void journalThatCannotBeRead_costsNoSummary() throws Exception {
        LaunchedProcess process = start(LongTestCase.class).awaitReady();
        Path journal = run(LongTestCase.class).journal(LongTestCase.class, "tune");
        Files.move(journal, journal.resolveSibling("moved"));
        assertThat(new ProcessBuilder("mkfifo", journal.toString()).start().waitFor())
                .isZero();

        process.signal("TERM").exitCode();

        assertThat(process.err()).contains("  ended     interrupted after 9 of 25 trials; run it again to go on\n");
    }

    private LaunchedProcess start(Class<?> testCase) throws IOException {
        return LaunchedProcess.start(folder, List.of(testCase));
    }

    private void assertLetGo(LaunchedProcess process, Class<?> testCase) throws IOException {
        assertThat(run(testCase).runs(testCase, "tune")).singleElement().satisfies(run -> {
            assertThat(run.isHeld()).isFalse();
            assertThat(run.end()).contains(ENDED);
        });
        assertThat(process.files())
                .as("no holder is left")
                .allMatch(file -> file.matches("err|out|ready|index\\.html|dev\\.hpo\\..*(tune|\\.log|\\.oslock)"));
    }

    private void assertInterrupted(LaunchedProcess process, Class<?> testCase) throws IOException {
        assertLetGo(process, testCase);
        assertThat(best(testCase)).contains(", run 1, trial 8\n", "\n# interrupted: its process was told to end");
        String ended = """
  ended     interrupted after 9 of 25 trials; run it again to go on
              since its process was told to end, as by Ctrl-C or System.exit
""";
        assertThat(Files.readString(summary(testCase)))
                .contains(ended)
                .contains("              best.properties, trials.csv, summary.md, summary.txt\n");
        assertThat(process.err()).containsOnlyOnce(Files.readString(summary(testCase)));
        assertThat(process.out()).doesNotContain("interrupted");
    }

    private TuningRun run(Class<?> testCase) {
        assertThat(testCase.getEnclosingClass()).isEqualTo(getClass());
        return new TuningRun(folder);
    }

    private Path summary(Class<?> testCase) {
        return run(testCase).folder(testCase, "tune").resolve("summary.txt");
    }

    private String best(Class<?> testCase) throws IOException {
        return Files.readString(run(testCase).folder(testCase, "tune").resolve("best.properties"));
    }

    /** As of what a shell has started behind the scenes: then Java leaves the signal alone. */
    private static boolean isIgnored(String signal) throws IOException {
        Path status = Path.of("/proc/self/status");
        int number = List.of("", "HUP", "INT").indexOf(signal);
        return number > 0
                && Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .anyMatch(ignored -> (ignored & (1L << (number - 1))) != 0);
    }

    static class SlowDiskTestCase {

        @TuningTest(trials = 25)
        @Minimize("loss")
        void tune(Point point, Trial trial) throws Exception {
            if (trial.number() == 9) {
                String part = "trials.csv." + ProcessHandle.current().pid() + ".part";
                Path reports = Path.of(System.getProperty(LaunchedProcess.FOLDER))
                        .resolve(SlowDiskTestCase.class.getName().replace('$', '.') + ".tune");
                new ProcessBuilder("mkfifo", reports.resolve(part).toString())
                        .start()
                        .waitFor();
                LaunchedProcess.waitToBeEnded();
            }
            trial.report(25 - trial.number());
        }
    }

    static class LongTestCase {

        @TuningTest(trials = 25)
        @Minimize("loss")
        void tune(Point point, Trial trial) throws Exception {
            if (trial.number() == 9) {
                LaunchedProcess.waitToBeEnded();
            }
            trial.report(25 - trial.number());
        }
    }

    static class LargeTestCase {

        @TuningTest(trials = 25)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            if (trial.number() == 2) {
                trial.attribute("large", "x".repeat(8192));
            }
            trial.report(25 - trial.number());
        }
    }

    static class DoneTestCase {

        @TuningTest(trials = 2)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(1);
        }
    }

    static class ExitingTestCase {

        @TuningTest(trials = 25)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            if (trial.number() == 9) {
                System.exit(3);
            }
            trial.report(25 - trial.number());
        }
    }

    static class AtOnceTestCase {

        private static final CountDownLatch OTHER = new CountDownLatch(1);

        @TuningTest(trials = 25, window = 2)
        @Minimize("loss")
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) throws Exception {
            if (trial.number() == 9) {
                OTHER.countDown();
            }
            if (trial.number() == 8) {
                OTHER.await();
                LaunchedProcess.waitToBeEnded();
            }
            trial.report(trial.number());
        }
    }

    @SampleWith(Thinking.class)
    static class ThinkingTestCase {

        @TuningTest(trials = 25)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(25 - trial.number());
        }
    }

    /** Thinks for ever about what would be the tenth trial. */
    static final class Thinking implements Sampler {

        private final Sampler points = new QmcSampler();

        @Override
        public Proposal propose(Ask ask) {
            if (ask.number() == 9) {
                try {
                    LaunchedProcess.waitToBeEnded();
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return points.propose(ask);
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "thinking";
        }
    }
}
