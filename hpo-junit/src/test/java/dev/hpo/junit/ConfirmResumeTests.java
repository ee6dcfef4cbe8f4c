// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.RandomSampler;
import dev.hpo.storage.RunRecord;
import dev.hpo.study.Trial;
import dev.hpo.trial.Repeated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A test that was interrupted while its best configurations were run again, or before, goes on with its next run. */
@Timeout(120)
class ConfirmResumeTests {

    private static final int TRIALS = 5;
    /** Two configurations twice, then the winner and the start twice. */
    private static final int RUNS = 8;

    private static final List<String> MADE = new ArrayList<>();

    @RegisterExtension
    final PrintedText console = new PrintedText();

    private Path folder;

    @BeforeEach
    void listen(@TempDir Path temporary) {
        folder = temporary;
        MADE.clear();
    }

    private List<String> printed() {
        return console.lines();
    }

    private static TuningRun run(Path folder) {
        return new TuningRun(folder).with("hpo.seed", "3");
    }

    private static TuningRun atOnce(Path folder) {
        return new Pool(Pool.Executor.FORK_JOIN_POOL, 4).apply(run(folder));
    }

    /** Each line of its file is a moment at which a process may die: what is before it is all that is left. */
    @ParameterizedTest
    @ValueSource(classes = {SequentialTestCase.class, OrderedTestCase.class})
    void testThatDiesAtAnyMoment_becomesWhatItWouldHaveBeen(Class<?> testCase) throws IOException {
        TuningRun whole = run(folder.resolve("whole"));
        whole.of(testCase);
        List<String> lines = Files.readAllLines(whole.journal(testCase, "tune"));
        int end = end(lines);
        for (int length = 20; length <= end; length++) {
            if (isOfABeginning(lines.get(length - 1)) && isOfABeginning(lines.get(length))) {
                // What a run begins with is written at once.
                continue;
            }
            Path at = Files.createDirectories(folder.resolve("cut-" + length));
            TuningRun cut = run(at);
            Files.write(cut.journal(testCase, "tune"), lines.subList(0, length));
            MADE.clear();
            cut.of(testCase);
            int ended = ended(lines.subList(0, length));
            assertThat(MADE).as("made after line " + length).hasSize(TRIALS + RUNS - ended);
            assertThat(confirmations(cut, testCase))
                    .as("cut after line " + length)
                    .isEqualTo(confirmations(whole, testCase));
            assertThat(cut.csvWithoutTimes(testCase, "tune")).isEqualTo(whole.csvWithoutTimes(testCase, "tune"));
            assertThat(cut.runs(testCase, "tune")).hasSize(2).allMatch(RunRecord::isFinished);
        }
    }

    /** As above, with trials and runs at once. */
    @Test
    void testOfTrialsAtOnceThatDiesAtAnyMoment_becomesWhatItWouldHaveBeen() throws IOException {
        TuningRun whole = atOnce(folder.resolve("whole"));
        whole.of(OrderedTestCase.class);
        List<String> lines = Files.readAllLines(whole.journal(OrderedTestCase.class, "tune"));
        for (int length = 20; length <= end(lines); length++) {
            if (isOfABeginning(lines.get(length - 1)) && isOfABeginning(lines.get(length))) {
                continue;
            }
            TuningRun cut = atOnce(Files.createDirectories(folder.resolve("cut-" + length)));
            Files.write(cut.journal(OrderedTestCase.class, "tune"), lines.subList(0, length));
            MADE.clear();
            console.reset();

            EngineExecutionResults results = cut.of(OrderedTestCase.class);

            int left = TRIALS + RUNS - ended(lines.subList(0, length));
            assertThat(MADE).as("made after line " + length).hasSize(left);
            results.allEvents().assertStatistics(stats -> stats.failed(0).aborted(0));
            // On a machine that is slow to begin, more are made than are needed.
            assertThat(results.testEvents().skipped().list())
                    .as("skipped after line " + length + ", of " + left)
                    .extracting(event -> event.getRequiredPayload(String.class))
                    .allMatch(reason -> reason.equals("all 8 runs are done") || reason.equals("all 5 trials are done"));
            assertThat(printed())
                    .filteredOn(line -> line.contains("confirm 8 of 8 runs"))
                    .hasSize(left == 0 ? 0 : 1);
            assertThat(confirmations(cut, OrderedTestCase.class))
                    .as("cut after line " + length)
                    .isEqualTo(confirmations(whole, OrderedTestCase.class));
            assertThat(cut.runs(OrderedTestCase.class, "tune")).hasSize(2).allMatch(RunRecord::isFinished);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM"})
    void processThatIsEndedInARun_leavesTheRestToTheNext(String signal) throws Exception {
        LaunchedProcess process = LaunchedProcess.start(folder, List.of(EndedTestCase.class), "--seed", "3")
                .awaitReady()
                .signal(signal);
        process.exitCode();
        TuningRun next = run(folder);
        assertThat(next.runs(EndedTestCase.class, "tune")).hasSize(2).noneMatch(RunRecord::isFinished);
        if (signal.equals("TERM")) {
            assertThat(process.err())
                    .contains("interrupted after 5 of 5 trials and 3 of 8 runs that confirm it; run\n")
                    .contains("confirmed not yet: 3 of 8 runs of the best configurations are made");
        }

        next.of(EndedTestCase.class);

        assertThat(MADE).containsExactly("confirm 3", "confirm 4", "confirm 5", "confirm 6", "confirm 7");
        assertThat(printed())
                .anyMatch(line -> line.contains("run 1: continued after 5 of 5 trials (interrupted"))
                .anyMatch(
                        line -> line.endsWith("run 1: running the best configurations again goes on after 3 of 8 runs"))
                .anyMatch(line -> line.matches(".*EndedTestCase.tune  confirm 8 of 8 runs .*"));
        assertThat(Files.readString(next.folder(EndedTestCase.class, "tune").resolve("summary.md")))
                .contains("| mean of | 2 runs | 2 runs |", "- **continued**: <code>after 5 of 5 trials (interrupted")
                .doesNotContain("not yet", "**ended**: interrupted");
        assertThat(next.runs(EndedTestCase.class, "tune")).hasSize(2).allMatch(RunRecord::isFinished);
    }

    @Test
    void processThatConfirmsASharedSearchAndIsKilled_leavesTheRestToTheNextThatShares() throws Exception {
        kill("--seed", "3", "-Dhpo.join=true");
        TuningRun next = run(folder).with("hpo.join", "true");

        next.of(EndedTestCase.class);

        assertThat(MADE).hasSize(5).allMatch(made -> made.startsWith("confirm "));
        assertThat(next.runs(EndedTestCase.class, "tune")).hasSize(2).allMatch(RunRecord::isFinished);
    }

    @Test
    void nextRunThatIsNotToConfirm_endsTheSearchAsItIs() throws Exception {
        kill("--seed", "3");
        TuningRun next = run(folder).with("hpo.confirm", "false");

        next.of(EndedTestCase.class);

        assertThat(MADE).as("nothing is left to search").isEmpty();
        assertThat(next.runs(EndedTestCase.class, "tune"))
                .extracting(RunRecord::isFinished)
                .containsExactly(true, false);
    }

    @Test
    void searchThatIsBegunAnew_isConfirmedAnew() throws Exception {
        kill("--seed", "3");

        run(folder).with("hpo.resume", "never").of(EndedTestCase.class);

        assertThat(MADE).hasSize(TRIALS + RUNS);
    }

    private void kill(String... options) throws Exception {
        LaunchedProcess.start(folder, List.of(EndedTestCase.class), options)
                .awaitReady()
                .signal("KILL")
                .exitCode();
    }

    /** Whether a line begins a run, or says something of it. */
    private static boolean isOfABeginning(String line) {
        return line.matches("\\{\"op_code\":[0123],.*");
    }

    /** Returns which line says that a run has ended, from 0. */
    private static int end(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).contains("FINISHED"))
                .findFirst()
                .orElseThrow();
    }

    private static int ended(List<String> lines) {
        return (int)
                lines.stream().filter(line -> line.startsWith("{\"op_code\":6")).count();
    }

    private static List<String> confirmations(TuningRun run, Class<?> testCase) throws IOException {
        return Files.readAllLines(run.folder(testCase, "tune").resolve("confirmations.csv")).stream()
                .map(line -> line.replaceAll("(,[^,]*){3}$", ""))
                .toList();
    }

    private static void train(Knob knob, Trial trial) {
        synchronized (MADE) {
            MADE.add(Repeated.of(trial.record()).map(of -> "confirm ").orElse("trial ") + trial.number());
        }
        trial.report(knob.noisy(trial));
    }

    static class SequentialTestCase {

        @TuningTest(trials = TRIALS)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 2, repeats = 2)
        void tune(Knob knob, Trial trial) {
            train(knob, trial);
        }
    }

    /** In a process of its own, it waits in the fourth run to be ended. */
    static class EndedTestCase {

        @TuningTest(trials = TRIALS)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 2, repeats = 2)
        void tune(Knob knob, Trial trial) throws IOException, InterruptedException {
            boolean isFourth =
                    trial.number() == 3 && Repeated.of(trial.record()).isPresent();
            if (isFourth && System.getProperty(LaunchedProcess.FOLDER) != null) {
                LaunchedProcess.waitToBeEnded();
            }
            train(knob, trial);
        }
    }

    static class OrderedTestCase {

        @TuningTest(trials = TRIALS)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 2, repeats = 2)
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Knob knob, Trial trial) {
            train(knob, trial);
        }
    }
}
