// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.hpo.junit.LaunchedRun.Results;
import dev.hpo.study.Trial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Populations that have been raised: segments that are run again, and what commands tell of them. */
class PopulationAgainTests {

    private static final List<String> TRAINED = new ArrayList<>();
    private static final String STUDY = "dev.hpo.junit.PopulationAgainTests.PopulationTestCase.raise";

    private Path folder;

    @BeforeEach
    void raise(@TempDir Path temporary) {
        folder = temporary;
        TRAINED.clear();
        new TuningRun(folder).of(PopulationTestCase.class);
    }

    @Test
    void replayOfASegment_runsThoseBeforeItFirst_toTheSameValue() {
        String whole = TRAINED.stream()
                .filter(line -> line.startsWith("10: 5-6"))
                .findFirst()
                .orElseThrow();
        TRAINED.clear();

        String printed = printed(() -> {
            Results again = new LaunchedRun(folder).with("hpo.replay", "10").of(selectClass(PopulationTestCase.class));
            assertThat(again.failures()).isEmpty();
            assertThat(again.tests()).hasSize(3);
        });

        assertThat(TRAINED).last().isEqualTo(whole);
        assertThat(TRAINED.get(0)).startsWith("1: 1-2");
        assertThat(printed).contains("trial 10 of PopulationAgainTests.PopulationTestCase.raise was run again: value ");
        assertThat(printed.lines().filter(line -> line.contains("was run again")))
                .hasSize(3)
                .allMatch(line -> line.endsWith(", as before"));
    }

    @Test
    void replayOfASegmentOfTheReplay_trainsWithTheScheduleOnceMore() {
        String whole = TRAINED.get(TRAINED.size() - 1);
        TRAINED.clear();

        new LaunchedRun(folder).with("hpo.replay", "confirm:2").of(selectClass(PopulationTestCase.class));

        assertThat(TRAINED).hasSize(3).last().isEqualTo(whole);
    }

    @Test
    void segmentThatIsSelectedAlone_isRefusedWithWhatRunsItAgain() {
        Results whole = new LaunchedRun(folder).with("hpo.resume", "never").of(selectClass(PopulationTestCase.class));
        String ofTrial10 = whole.ids().get(10);

        Results again = new LaunchedRun(folder).of(selectUniqueId(ofTrial10));

        assertThat(again.failures()).anySatisfy(failure -> assertThat(failure)
                .hasMessageMatching("(?s).*trial 10 must set out from what trial \\d has saved, which is not"
                        + " there; run it again with -Dhpo.replay=10, which runs those before it, too\\..*"));
    }

    /** Trial 1 is run again for trial 6, and that for trial 10; trial 1 cannot hand on what it has saved, and is told of all the same. */
    @ParameterizedTest
    @CsvSource({"a file in its place, 'value [^;]*, as before'", "it prunes itself, 'pruned; before: value .*'"})
    void replayWhoseCheckpointCannotBeHad_tellsOfItsTrialAndFailsTheNext(String how, String told) {
        PopulationTestCase.atTheEndOfTrial1 = how;
        try {
            String printed = printed(() -> {
                Results again =
                        new LaunchedRun(folder).with("hpo.replay", "10").of(selectClass(PopulationTestCase.class));
                assertThat(again.failures()).anySatisfy(failure -> assertThat(failure)
                        .hasMessageMatching("(?s).*trial \\d+ must set out from what trial 1 has saved when it was run"
                                + " again, which cannot be had: .*"));
            });

            assertThat(printed.lines().filter(line -> line.contains("was run again: ")))
                    .singleElement()
                    .asString()
                    .matches("hpo: trial 1 of PopulationAgainTests.PopulationTestCase.raise was run again: " + told);
        } finally {
            PopulationTestCase.atTheEndOfTrial1 = "";
        }
    }

    @Test
    void commands_tellOfThePopulation() throws IOException {
        Path files = folder.resolve(STUDY);
        String schedule = Files.readString(files.resolve("schedule.properties"));
        String diary = Files.readString(files.resolve("diary.txt"));
        String summary = Files.readString(files.resolve("summary.txt"));

        String told = command("summary", STUDY);
        String best = command("best", STUDY);
        String runs = command("show", STUDY);
        String trials = command("export", "csv", STUDY);
        command("summary", STUDY, "--to", folder.resolve("again").toString());

        assertThat(told)
                .contains(summary.lines()
                        .filter(line -> line.contains("(population: "))
                        .findFirst()
                        .orElseThrow())
                .contains("  steps  rate ")
                .doesNotContain("how sure", "matters", "start (trial");
        assertThat(best)
                .contains("# the end of a schedule")
                .isEqualTo(Files.readString(files.resolve("best.properties")));
        assertThat(runs).contains("finished: all 3", "  1 confirm  ", "finished: the schedule");
        assertThat(trials.lines()).hasSize(1 + 12);
        assertThat(folder.resolve("again/schedule.properties")).hasContent(schedule);
        assertThat(folder.resolve("again/diary.txt")).hasContent(diary);
    }

    @Test
    void anyNumberOfThreadsUpToTheWindow_raisesTheSame(@TempDir Path other) throws IOException {
        TuningRun two = parallel(folder, 2);
        TuningRun three = parallel(other, 3);

        two.of(ConcurrentTestCase.class);
        three.of(ConcurrentTestCase.class);

        assertThat(two.csvWithoutTimes(ConcurrentTestCase.class, "raise"))
                .hasSize(1 + 12)
                .isEqualTo(three.csvWithoutTimes(ConcurrentTestCase.class, "raise"));
        assertThat(two.folder(ConcurrentTestCase.class, "raise").resolve("schedule.properties"))
                .hasSameTextualContentAs(
                        three.folder(ConcurrentTestCase.class, "raise").resolve("schedule.properties"));
    }

    private static TuningRun parallel(Path folder, int threads) {
        return new TuningRun(folder)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(threads));
    }

    private String command(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--directory", folder.toString()));
        return printed(() -> assertThat(ServiceLoader.load(LaunchCommand.class)
                        .findFirst()
                        .orElseThrow()
                        .run(all.toArray(new String[0])))
                .isZero());
    }

    private static String printed(Runnable step) {
        PrintStream usual = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            step.run();
        } finally {
            System.setOut(usual);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    static class PopulationTestCase {

        private static String atTheEndOfTrial1 = "";

        @PopulationTest(members = 4, generations = 3, segment = 2)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
            String steps = trial.until() - 1 + "-" + trial.until();
            String model =
                    Files.readString(trial.checkpoint().resolve("model.txt")).replace('\n', ' ');
            TRAINED.add(trial.number() + ": " + steps + " " + model);
            if (trial.number() == 1) {
                fail(trial);
            }
        }

        private static void fail(Trial trial) throws IOException {
            if (atTheEndOfTrial1.startsWith("a file")) {
                Path checkpoint = trial.checkpoint();
                Files.delete(checkpoint.resolve("model.txt"));
                Files.delete(checkpoint);
                Files.writeString(checkpoint, "in its place");
            } else if (atTheEndOfTrial1.startsWith("it prunes")) {
                trial.prune();
            }
        }
    }

    static class ConcurrentTestCase {

        @PopulationTest(members = 4, generations = 3, segment = 2)
        @Minimize("loss")
        @Execution(ExecutionMode.CONCURRENT)
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
        }
    }
}
