// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.junit.LaunchedRun.Results;
import dev.hpo.population.PopulationPlan;
import dev.hpo.population.WinnersSchedule;
import dev.hpo.space.Schedule;
import dev.hpo.space.Space;
import dev.hpo.storage.JournalStorage;
import dev.hpo.study.Trial;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A test that raises a population, or a panda, from its first trial to its files. */
class PopulationRunTests {

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void members_liveThroughTheirGenerations() throws IOException {
        TuningRun run = new TuningRun(folder);

        EngineExecutionResults results = run.of(PopulationTestCase.class);

        results.testEvents().assertStatistics(events -> events.succeeded(12 + 3).finished(12 + 3));
        assertThat(TuningRun.names(results))
                .contains("trial 0: member 0, generation 1, rate=0.1, width=2")
                .anySatisfy(name -> assertThat(name).startsWith("trial 11: member 3, generation 3, rate="))
                .anySatisfy(name -> assertThat(name).startsWith("replay 0: steps 1-2, rate="))
                .anySatisfy(name -> assertThat(name).startsWith("replay 2: steps 5-6, rate="));
        assertThat(run.states(PopulationTestCase.class, "raise")).hasSize(12).containsOnly("COMPLETE");
        assertThat(lines(run, PopulationTestCase.class, "diary.txt"))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("generation 3 of 3: best ")
                .contains("; member 3 was 4 of 4: copies trial 5, rate ");
    }

    @Test
    void panda_keepsItsDiary() throws IOException {
        TuningRun run = new TuningRun(folder);

        EngineExecutionResults results = run.of(PandaTestCase.class);

        results.testEvents().assertStatistics(events -> events.succeeded(14 + 8).finished(14 + 8));
        assertThat(TuningRun.names(results))
                .contains(
                        "trial 0: child 1, day 1, rate=0.1, width=2",
                        "trial 1: child 1, day 2, unchanged, rate=0.1, width=2")
                .anySatisfy(name -> assertThat(name).startsWith("trial 2: child 1, day 2, nudged, rate=0.08"))
                .anySatisfy(name -> assertThat(name).startsWith("replay 7: training 2, steps 16-20, rate="));
        assertThat(lines(run, PandaTestCase.class, "diary.txt"))
                .contains("child 1, day 1: begins with the start configuration, rate 0.1, width 2; 0.2314")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("child 1, day 2: rate 0.1 -> 0.08; ")
                        .contains("unchanged"))
                .last()
                .asString()
                .startsWith("child 2: grown up with ");
    }

    @Test
    void schedule_isWhatTheWinnerLivedThrough_stepByStep() throws IOException {
        for (Class<?> testCase : List.of(PopulationTestCase.class, PandaTestCase.class)) {
            TuningRun run = new TuningRun(folder);
            run.of(testCase);
            boolean isPanda = testCase == PandaTestCase.class;
            PopulationPlan plan = PopulationPlan.of(isPanda ? 1 : 4, isPanda ? 4 : 3, isPanda ? 5 : 2, Set.of("rate"));
            History history = History.of(new JournalStorage(run.journal(testCase, "raise"))
                    .trials(run.runs(testCase, "raise").get(0).id(), RateSpace.SPACE));
            WinnersSchedule lived =
                    WinnersSchedule.of(plan, history, Direction.MINIMIZE).orElseThrow();

            Schedule<Rate> shipped = load(RateSpace.SPACE, run.folder(testCase, "raise"));

            assertThat(shipped.steps()).isEqualTo(lived.steps()).isEqualTo(isPanda ? 20 : 6);
            for (long step = 1; step <= lived.steps() + 1; step++) {
                assertThat(shipped.segmentAt(step).configuration())
                        .as("step " + step)
                        .isEqualTo(lived.at(step));
            }
            assertThat(shipped.changing())
                    .as("at least one change is told apart")
                    .isNotEmpty();
        }
    }

    private static <T> Schedule<T> load(Space<T> space, Path folder) throws IOException {
        return Schedule.load(space, folder.resolve("schedule.properties"));
    }

    @Test
    void summary_tellsOfTheScheduleAndItsReplaysAndNothingThatHoldsForSingleTrials() throws IOException {
        TuningRun run = new TuningRun(folder);
        run.of(PandaTestCase.class);

        String summary =
                Files.readString(run.folder(PandaTestCase.class, "raise").resolve("summary.txt"));

        assertThat(summary)
                .contains("  steps  rate   loss     trial\n  1-10   0.1    0.1009   1\n  11-15  0.125  0.04296  4\n")
                .contains("(population: 0.03134), ")
                .contains("the mean of 2 trainings with the schedule")
                .contains(
                        "cost      3.5 full trainings of 20 steps, with all 14 segments; 2 replays took\n            2.0 more\n")
                .contains("best.properties, schedule.properties, diary.txt, trials.csv")
                .contains("the trained model, which trial 6 has saved:")
                .doesNotContain("how sure", "matters", "  ties ", "start (trial");
        Path model = summary.lines()
                .dropWhile(line -> !line.contains("the trained model"))
                .skip(1)
                .map(line -> Path.of(line.strip()))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readAllLines(model.resolve("model.txt")).get(0)).isEqualTo("20");
        assertThat(lines(run, PandaTestCase.class, "best.properties"))
                .contains(
                        "# the end of a schedule, what was trained with from step 16 on; schedule.properties has all of"
                                + " it");
        assertThat(Files.readString(run.folder(PandaTestCase.class, "raise").resolve("study.json")))
                .contains("\"population\"", "\"first\": 11", "\"replays\"");
        assertThat(Files.readString(run.folder(PandaTestCase.class, "raise").resolve("summary.md")))
                .contains("| steps | rate | loss | trial |\n|---|---|---|---|\n| 1-10 | 0.1 | 0.1009 | 1 |");
    }

    @Test
    void filesOfAPopulation_areRemovedByAnOrdinaryStudyInTheirPlace() throws IOException {
        TuningRun run = new TuningRun(folder);
        run.of(PopulationTestCase.class);
        Path files = run.folder(PopulationTestCase.class, "raise");
        Files.move(files, folder.resolve("moved"));
        new TuningRun(folder).of(OrdinaryTestCase.class);
        Path ordinary = run.folder(OrdinaryTestCase.class, "raise");
        Files.copy(folder.resolve("moved/diary.txt"), ordinary.resolve("diary.txt"));
        Files.copy(folder.resolve("moved/schedule.properties"), ordinary.resolve("schedule.properties"));

        new TuningRun(folder).of(OrdinaryTestCase.class);

        assertThat(ordinary.resolve("diary.txt")).doesNotExist();
        assertThat(ordinary.resolve("schedule.properties")).doesNotExist();
    }

    @Test
    void nudge_isTriedByThePandaInItsNextSegment() throws IOException {
        TuningRun run = new TuningRun(folder).with("hpo.nudge", "rate*3");

        EngineExecutionResults results = run.of(PandaTestCase.class);

        assertThat(TuningRun.names(results))
                .anySatisfy(name -> assertThat(name).startsWith("trial 2: child 1, day 2, nudged, rate=0.3"));
        assertThat(lines(run, PandaTestCase.class, "diary.txt"))
                .anySatisfy(line -> assertThat(line).contains("as was wanted: rate*3"));
    }

    @Test
    void nudgeOfARunThatGoesOn_isTriedInTheSegmentAfterWhatThereIs() throws IOException {
        StoppedTestCase.copied = folder.resolve("copied");
        new TuningRun(Files.createDirectory(folder.resolve("whole"))).of(StoppedTestCase.class);
        StoppedTestCase.copied = Path.of("");
        TuningRun run = new TuningRun(folder.resolve("copied"));

        Results again = new LaunchedRun(folder.resolve("copied"))
                .with("hpo.nudge", "rate*3")
                .of(DiscoverySelectors.selectClass(StoppedTestCase.class));

        assertThat(run.runs(StoppedTestCase.class, "raise")).hasSize(1);
        assertThat(again.failures()).isEmpty();
        assertThat(lines(run, StoppedTestCase.class, "diary.txt"))
                .filteredOn(line -> line.contains("as was wanted"))
                .singleElement()
                .asString()
                .startsWith("child 1, day 3");
    }

    @Test
    void page_hasWhatEachTrialIs_andWhatWasDecided() throws IOException {
        TuningRun run = new TuningRun(folder);
        run.of(PopulationTestCase.class);
        run.of(PandaTestCase.class);

        assertThat(Files.readString(
                        run.folder(PopulationTestCase.class, "raise").resolve("report.html")))
                .contains("\"population\":{\"isPanda\":false,\"progress\":\"generation 3 of 3\",\"adjustable\":[0],")
                .contains("\"member\":[0,1,2,3,0,1,2,3,0,1,2,3],\"generation\":[0,0,0,0,1,1,1,1,2,2,2,2],")
                .contains("\"role\":[\"start\",\"start\",\"start\",\"start\",")
                .contains("\"from\":[0,0,0,0,2,2,2,2,4,4,4,4],\"to\":[2,2,2,2,4,4,4,4,6,6,6,6],")
                .contains("was 4 of 4: copies trial 5, rate ")
                .contains("\"allDays\":0,\"replays\":{\"planned\":1,");
        assertThat(Files.readString(run.folder(PandaTestCase.class, "raise").resolve("report.html")))
                .contains("\"population\":{\"isPanda\":true,")
                .contains("\"role\":[\"start\",\"control\",\"nudge\",\"control\",\"nudge\",")
                .contains(
                        "\"child\":[0,0,0,0,0,1,1,1,1,1],\"day\":[1,2,3,4,4,1,2,3,4,4],\"event\":[\"begun\",\"not kept\",")
                .contains("\"base\":[-1,0,1,")
                .contains("rate 0.1 -\\u003E 0.08 beside trial 1");
    }

    @Test
    void untilOfAnOrdinaryTrial_isTheLastStepOfATraining() throws IOException {
        TuningRun run = new TuningRun(folder);

        run.of(OrdinaryTestCase.class);
        EngineExecutionResults unknown = run.of(UnknownTestCase.class);

        assertThat(run.csv(OrdinaryTestCase.class, "raise")).hasSize(1 + 2);
        assertThat(OrdinaryTestCase.until).isEqualTo(7);
        assertThat(TuningRun.testFailures(unknown)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("until (unknown) must be the last step of a training; say steps, as in"
                        + " @TuningTest(steps = 30)"));
    }

    private static List<String> lines(TuningRun run, Class<?> testCase, String file) throws IOException {
        return Files.readAllLines(run.folder(testCase, "raise").resolve(file));
    }

    static class PopulationTestCase {

        @PopulationTest(members = 4, generations = 3, segment = 2)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
        }
    }

    static class PandaTestCase {

        @PopulationTest(members = 1, generations = 4, segment = 5, children = 2, replays = 2)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
        }
    }

    static class StoppedTestCase {

        private static Path copied = Path.of("");

        @PopulationTest(members = 1, generations = 5, segment = 5, replays = 0)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            boolean isCopied = !copied.toString().isEmpty() && trial.number() == 3;
            if (isCopied) {
                copy(copied.resolveSibling("whole"));
            }
            rate.train(trial);
        }

        /** What there would be if the process died now, without what says that it lives. */
        private static void copy(Path whole) throws IOException {
            try (Stream<Path> all = Files.walk(whole)) {
                for (Path path : all.toList()) {
                    Path target = copied.resolve(whole.relativize(path));
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    boolean isLeft = target.toString().endsWith(".log")
                            || target.toString().contains(".checkpoints/");
                    if (Files.isRegularFile(path) && isLeft) {
                        Files.copy(path, target);
                    }
                }
            }
        }
    }

    static class OrdinaryTestCase {

        private static long until;

        @TuningTest(trials = 2, steps = 7)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
            until = trial.until();
        }
    }

    static class UnknownTestCase {

        @TuningTest(trials = 2)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
        }
    }
}
