// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Populations in which something goes wrong, and those at the bounds. */
@Timeout(120)
class PopulationFaultTests {

    @RegisterExtension
    final PrintedText console = new PrintedText();

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void allMembersThatFail_endTheStudyWithTheirCause() {
        EngineExecutionResults results = new TuningRun(folder).of(AllFailTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("no trial was completed (5 failed, 0 pruned)")
                .hasMessageContaining("no data"));
    }

    @Test
    void allMembersThatFailLater_endTheStudyWithWhatThereIs() throws IOException {
        TuningRun run = new TuningRun(folder);

        EngineExecutionResults results = run.of(FailLaterTestCase.class);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(run.states(FailLaterTestCase.class, "raise"))
                .filteredOn("COMPLETE"::equals)
                .hasSize(3);
        assertThat(summary(run, FailLaterTestCase.class))
                .contains("all members failed in generation 2, and again with smaller changes")
                .contains("6 failed")
                .contains("  steps  loss");
        assertThat(Files.readAllLines(
                        run.folder(FailLaterTestCase.class, "raise").resolve("diary.txt")))
                .anySatisfy(line -> assertThat(line).startsWith("generation 2 of 4: all failed"));
    }

    /** Optuna, or a person with it, queues a configuration when all members have begun. */
    @Test
    void configurationThatIsQueuedTooLate_isSaidAloud_andIsNotTheBest() throws IOException {
        TuningRun run = new TuningRun(folder);
        QueuedTestCase.journal = run.journal(QueuedTestCase.class, "raise");

        run.of(QueuedTestCase.class);

        assertThat(run.states(QueuedTestCase.class, "raise")).hasSize(7).containsOnly("COMPLETE");
        assertThat(Files.readAllLines(run.folder(QueuedTestCase.class, "raise").resolve("diary.txt")))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("trial 5 is no member: it was queued when all had begun")
                        .endsWith("rate 0.5, width 3; -1"));
        assertThat(summary(run, QueuedTestCase.class))
                .contains("QUEUED TOO LATE: trial 5 is no part of the population")
                .contains("cost      3.3 full trainings of 6 steps, with all 7 segments")
                .doesNotContain("best (trial 5)");
        assertThat(Files.readString(run.folder(QueuedTestCase.class, "raise").resolve("best.properties")))
                .doesNotContain("trial 5", "loss: -1");
        assertThat(console.lines())
                .anyMatch(line -> line.contains("trains with the schedule of trial "))
                .anyMatch(line -> line.contains("replayed: "))
                .noneMatch(line -> line.contains("schedule of trial 5") || line.contains("(population: -1)"));
    }

    @Test
    void oneMemberOfOneGeneration_isATrainingWithAScheduleOfOneSegment() throws IOException {
        TuningRun run = new TuningRun(folder);

        run.of(SmallestTestCase.class).testEvents().assertStatistics(events -> events.succeeded(2));

        assertThat(Files.readString(run.folder(SmallestTestCase.class, "raise").resolve("schedule.properties")))
                .endsWith("rate = 0.1\nwidth = 2\n\n1-3 =\n");
    }

    @Test
    void oneGeneration_copiesNobody() throws IOException {
        TuningRun run = new TuningRun(folder);

        run.of(OneGenerationTestCase.class).testEvents().assertStatistics(events -> events.succeeded(3 + 1));

        assertThat(run.csv(OneGenerationTestCase.class, "raise").get(1)).contains("INITIAL");
        assertThat(Files.readString(
                        run.folder(OneGenerationTestCase.class, "raise").resolve("diary.txt")))
                .startsWith("generation 1 of 1: best ")
                .doesNotContain("copies");
    }

    @Test
    void checkpointThatCannotBeRead_failsItsSegment() throws IOException {
        TuningRun run = new TuningRun(folder);

        EngineExecutionResults results = run.of(UnreadableTestCase.class);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(run.states(UnreadableTestCase.class, "raise"))
                .hasSize(12)
                .filteredOn("COMPLETE"::equals)
                .hasSize(6);
        assertThat(summary(run, UnreadableTestCase.class))
                .contains("all members failed in generation 3, and again with smaller changes")
                .contains("6 failed");
    }

    @Test
    void valueThatIsNoNumber_isThatOfAFailedSegment_whoseMemberCopiesAnother() throws IOException {
        TuningRun run = new TuningRun(folder);

        EngineExecutionResults results = run.of(NotANumberTestCase.class);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(run.states(NotANumberTestCase.class, "raise"))
                .hasSize(9)
                .satisfies(states -> assertThat(states.get(4)).isEqualTo("FAILED"));
        assertThat(Files.readString(
                        run.folder(NotANumberTestCase.class, "raise").resolve("diary.txt")))
                .contains("1 failed")
                .contains("member 1 failed as trial 4: copies trial ");
        assertThat(TuningRun.aborts(results)).singleElement().satisfies(abort -> assertThat(abort)
                .hasMessage("trial 4 failed: objective value (NaN) must be finite"));
    }

    @Test
    void checkpointOfOneMemberThatCannotBeRead_failsWhoSetsOutFromIt_whichCopiesAnother() throws IOException {
        TuningRun run = new TuningRun(folder);

        EngineExecutionResults results = run.of(OneUnreadableTestCase.class);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(TuningRun.aborts(results)).singleElement().satisfies(abort -> assertThat(abort)
                .hasMessage("trial 3 failed: NumberFormatException: For input string: \"half a number\""));
        assertThat(run.states(OneUnreadableTestCase.class, "raise"))
                .hasSize(9)
                .filteredOn("COMPLETE"::equals)
                .hasSize(8);
        assertThat(Files.readString(
                        run.folder(OneUnreadableTestCase.class, "raise").resolve("diary.txt")))
                .contains(", 1 failed", "; member 0 failed as trial 3: copies trial ");
        assertThat(summary(run, OneUnreadableTestCase.class)).contains("8 complete, 1 failed");
    }

    /** On the second day the nudge turns NaN, on the third its control: each time the other is gone on with. */
    @Test
    void pandaWhoseSegmentsTurnNaN_goesOnWithWhatIsLeft() throws IOException {
        TuningRun run = new TuningRun(folder);

        EngineExecutionResults results = run.of(NotANumberPandaTestCase.class);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(TuningRun.aborts(results))
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "trial 2 failed: objective value (NaN) must be finite",
                        "trial 3 failed: objective value (NaN) must be finite");
        assertThat(Files.readAllLines(
                        run.folder(NotANumberPandaTestCase.class, "raise").resolve("diary.txt")))
                .hasSize(5)
                .satisfies(lines -> {
                    assertThat(lines.get(1)).startsWith("child 1, day 2: ").endsWith("; not kept: the nudge diverged");
                    assertThat(lines.get(2)).startsWith("child 1, day 3: ").endsWith("; kept: the control diverged");
                    assertThat(lines.get(4)).startsWith("child 1: grown up with ");
                });
    }

    @Test
    void childrenThatAllFail_failTheTestWithTheirCause() {
        EngineExecutionResults results = new TuningRun(folder).of(AllFailPandaTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("no trial was completed (")
                .hasMessageContaining("no data"));
    }

    @Test
    void memberThatIsSlowerThanAll_holdsNobodyUpWhereNobodyWaits() throws IOException {
        SlowTestCase.others = new CountDownLatch(4);
        TuningRun run = new TuningRun(folder)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "3");

        EngineExecutionResults results = run.of(SlowTestCase.class);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(run.states(SlowTestCase.class, "raise")).hasSize(9).containsOnly("COMPLETE");
    }

    @Test
    void failFast_endsThePopulationWithTheFirstFailure() {
        EngineExecutionResults results =
                new TuningRun(folder).with("hpo.fail-fast", "true").of(AllFailTestCase.class);

        assertThat(TuningRun.testFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessage("no data"));
    }

    @Test
    void replayThatFails_isToldAndChangesNothingElse() throws IOException {
        TuningRun run = new TuningRun(folder);

        EngineExecutionResults results = run.of(FailingReplayTestCase.class);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(summary(run, FailingReplayTestCase.class)).contains("1 of 1 training with the schedule failed");
    }

    private static String summary(TuningRun run, Class<?> testCase) throws IOException {
        return Files.readString(run.folder(testCase, "raise").resolve("summary.txt"));
    }

    static class AllFailTestCase {

        @PopulationTest(members = 4, generations = 3)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) {
            throw new IllegalStateException("no data");
        }
    }

    static class QueuedTestCase {

        private static Path journal = Path.of("");

        @PopulationTest(members = 3, generations = 2, segment = 3)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            if (trial.number() == 4) {
                Files.writeString(
                        journal,
                        "{\"op_code\":4,\"worker_id\":\"py-1\",\"study_id\":0,\"datetime_start\":null,\"state\":4,"
                                + "\"distributions\":{},\"params\":{},\"user_attrs\":{},\"system_attrs\":{\"fixed_params\":"
                                + "{\"rate\":0.5,\"width\":3}},\"intermediate_values\":{}}\n",
                        StandardOpenOption.APPEND);
            }
            if (trial.number() == 5) {
                trial.report(1, 0);
                trial.report(2, -1);
            } else {
                rate.train(trial);
            }
        }
    }

    static class FailLaterTestCase {

        @PopulationTest(members = 3, generations = 4, segment = 2, replays = 0)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            if (trial.until() > 2) {
                throw new IllegalStateException("diverged");
            }
            rate.train(trial);
        }
    }

    static class SmallestTestCase {

        @PopulationTest(members = 1, generations = 1, segment = 3, children = 1)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
        }
    }

    static class OneGenerationTestCase {

        @PopulationTest(members = 3, generations = 1, segment = 3)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
        }
    }

    static class UnreadableTestCase {

        @PopulationTest(members = 3, generations = 3, segment = 2, replays = 0)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
            boolean isOfSecondGeneration = trial.until() == 4;
            if (isOfSecondGeneration) {
                Files.writeString(trial.checkpoint().resolve("model.txt"), "half a number");
            }
        }
    }

    static class OneUnreadableTestCase {

        @PopulationTest(members = 3, generations = 3, segment = 2, replays = 0)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
            if (trial.number() == 0) {
                Files.writeString(trial.checkpoint().resolve("model.txt"), "half a number");
            }
        }
    }

    static class NotANumberPandaTestCase {

        @PopulationTest(members = 1, generations = 4, segment = 2, children = 1, replays = 0)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            if (trial.number() == 2 || trial.number() == 3) {
                trial.report(trial.until(), Double.NaN);
            } else {
                rate.train(trial);
            }
        }
    }

    static class AllFailPandaTestCase {

        @PopulationTest(members = 1, generations = 3)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) {
            throw new IllegalStateException("no data");
        }
    }

    static class NotANumberTestCase {

        @PopulationTest(members = 3, generations = 3, segment = 2, replays = 0)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            if (trial.number() == 4) {
                trial.report(trial.until(), Double.NaN);
            } else {
                rate.train(trial);
            }
        }
    }

    static class SlowTestCase {

        private static CountDownLatch others = new CountDownLatch(0);

        @PopulationTest(members = 3, generations = 3, segment = 2, asynchronous = true, ordered = false, replays = 0)
        @Minimize("loss")
        @Execution(ExecutionMode.CONCURRENT)
        void raise(Rate rate, Trial trial) throws IOException, InterruptedException {
            if (trial.number() == 0) {
                assertThat(others.await(60, TimeUnit.SECONDS)).isTrue();
            }
            rate.train(trial);
            others.countDown();
        }
    }

    static class FailingReplayTestCase {

        @PopulationTest(members = 2, generations = 2, segment = 2)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            boolean isReplay = trial.record().start().origin().notes().containsKey("replay.segment");
            if (isReplay) {
                throw new IllegalStateException("the disk is full");
            }
            rate.train(trial);
        }
    }
}
