// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.hpo.junit.LaunchedRun.Results;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunRecord;
import dev.hpo.study.Trial;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Several launches that raise one population together: one of them trains with its schedule. */
@Timeout(240)
class PopulationJoinedTests {

    private static final String MOMENT = "moment";
    private static final int SEGMENTS = 4 * 3;
    private static final int REPLAYED = 2 * 3;

    /** The first trials of both launches run at once. */
    private static CyclicBarrier together = new CyclicBarrier(2);

    /** What each launch has run, by the thread of its engine. */
    private static final Queue<String> RUN = new ConcurrentLinkedQueue<>();

    @RegisterExtension
    private final PrintedText printed = new PrintedText();

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        together = new CyclicBarrier(2);
        RUN.clear();
    }

    @Test
    void launchesThatShareAPopulation_trainItOnce_andOneTrainsWithItsSchedule() throws Exception {
        List<EngineExecutionResults> results = twice();

        assertThat(results)
                .allSatisfy(
                        result -> assertThat(result.allEvents().failed().list()).isEmpty())
                .allSatisfy(result ->
                        assertThat(result.testEvents().succeeded().count()).isPositive());
        assertThat(ran("trial ")).hasSize(SEGMENTS).doesNotHaveDuplicates();
        assertThat(ran("replay ")).hasSize(REPLAYED).doesNotHaveDuplicates();
        assertThat(RUN.stream()
                        .filter(line -> line.startsWith("replay "))
                        .map(PopulationJoinedTests::launch)
                        .distinct())
                .as("those who have trained with the schedule")
                .hasSize(1);
        assertThat(RUN.stream()
                        .filter(line -> line.startsWith("trial "))
                        .map(PopulationJoinedTests::launch)
                        .distinct())
                .hasSize(2);
        assertThat(joining().runs(SharedTestCase.class, "raise")).hasSize(2).allMatch(RunRecord::isFinished);
        assertThat(summary(SharedTestCase.class)).contains("(population: ", "the mean of 2 trainings");
    }

    /** A third launch finds that all is done, and raises another population, with a replay of its own. */
    @Test
    void launchAfterAllIsDone_beginsARunOfItsOwn() throws Exception {
        twice();
        RUN.clear();
        together = new CyclicBarrier(1);

        joining().of(SharedTestCase.class);

        assertThat(ran("trial ")).hasSize(SEGMENTS);
        assertThat(ran("replay ")).hasSize(REPLAYED);
        assertThat(joining().runs(SharedTestCase.class, "raise")).hasSize(4).allMatch(RunRecord::isFinished);
    }

    /** The process that trains with the schedule is killed in its second segment; the next launch begins with that segment once more. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void replaysOfOneThatWasKilled_areTakenUp() throws Exception {
        Files.writeString(folder.resolve(MOMENT), "replay 1 saved 3");
        int exit = LaunchedProcess.start(folder, List.of(KilledTestCase.class), "-Dhpo.join=true")
                .awaitReady()
                .signal("KILL")
                .exitCode();
        assertThat(exit).isEqualTo(128 + 9);
        TuningRun run = joining();
        assertThat(run.runs(KilledTestCase.class, "raise"))
                .extracting(RunRecord::isFinished)
                .containsExactly(false, false);

        EngineExecutionResults results = run.of(KilledTestCase.class);

        assertThat(results.allEvents().failed().list()).isEmpty();
        assertThat(ran("trial ")).isEmpty();
        assertThat(ran("replay ")).containsExactly("replay 1", "replay 2", "replay 3", "replay 4", "replay 5");
        List<RunRecord> runs = run.runs(KilledTestCase.class, "raise");
        assertThat(runs).hasSize(2).allMatch(RunRecord::isFinished);
        List<TrialRecord> replays = new JournalStorage(run.journal(KilledTestCase.class, "raise"))
                .trials(runs.get(1).id(), RateSpace.SPACE);
        assertThat(replays)
                .hasSize(REPLAYED)
                .allMatch(trial -> trial.state() == TrialState.COMPLETE)
                .noneMatch(TrialRecord::isBegunAnew)
                .extracting(trial -> trial.key().attempt())
                .containsExactly(0, 1, 0, 0, 0, 0);
        assertThat(summary(KilledTestCase.class)).contains("(population: ", "the mean of 2 trainings");
    }

    /** While one trains with the schedule, another launch leaves that to it and says so; its own run stays green. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void launchWhileAnotherTrainsWithTheSchedule_leavesItToThatOne() throws Exception {
        Files.writeString(folder.resolve(MOMENT), "replay 1 saved 3");
        LaunchedProcess replaying = LaunchedProcess.start(folder, List.of(KilledTestCase.class), "-Dhpo.join=true")
                .awaitReady();
        try {
            Results results = new LaunchedRun(folder).with("hpo.join", "true").of(selectClass(KilledTestCase.class));

            assertThat(results.failures()).isEmpty();
            assertThat(RUN).isEmpty();
            assertThat(printed.lines())
                    .containsSequence(
                            "  ended     all 3 generations of 4 members are done; another process trains with",
                            "            its schedule");
        } finally {
            replaying.signal("KILL").exitCode();
        }
        joining().of(KilledTestCase.class);

        assertThat(ran("replay ")).containsExactly("replay 1", "replay 2", "replay 3", "replay 4", "replay 5");
    }

    private TuningRun joining() {
        return new TuningRun(folder).with("hpo.join", "true");
    }

    private String summary(Class<?> testCase) throws IOException {
        return Files.readString(joining().folder(testCase, "raise").resolve("summary.txt"));
    }

    private static List<String> ran(String kind) {
        return RUN.stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> line.substring(0, line.indexOf(" by ")))
                .toList();
    }

    private static String launch(String line) {
        return line.substring(line.indexOf(" by "));
    }

    private List<EngineExecutionResults> twice() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<EngineExecutionResults>> futures = new ArrayList<>();
            for (int launch = 0; launch < 2; launch++) {
                futures.add(pool.submit(() -> joining().of(SharedTestCase.class)));
            }
            List<EngineExecutionResults> results = new ArrayList<>();
            for (Future<EngineExecutionResults> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean note(Trial trial) {
        boolean isReplay = trial.record().start().origin().notes().containsKey("replay.segment");
        RUN.add((isReplay ? "replay " : "trial ") + trial.number() + " by "
                + Thread.currentThread().getName());
        return isReplay;
    }

    static class SharedTestCase {

        @PopulationTest(members = 4, generations = 3, segment = 2, replays = 2)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws Exception {
            boolean isReplay = note(trial);
            if (!isReplay && trial.number() < 2) {
                together.await(60, TimeUnit.SECONDS);
            }
            rate.train(trial);
        }
    }

    static class KilledTestCase {

        @PopulationTest(members = 4, generations = 3, segment = 2, replays = 2)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            String kind = note(trial) ? "replay " : "trial ";
            rate.train(trial, trial.until(), (what, step) -> dieIf(kind + trial.number() + " " + what + " " + step));
        }

        private static void dieIf(String moment) throws IOException {
            String folder = System.getProperty(LaunchedProcess.FOLDER);
            if (folder != null && Files.readString(Path.of(folder, MOMENT)).equals(moment)) {
                try {
                    LaunchedProcess.waitToBeEnded();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        }
    }
}
