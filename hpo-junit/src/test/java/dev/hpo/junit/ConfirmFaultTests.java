// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.RandomSampler;
import dev.hpo.storage.RunRecord;
import dev.hpo.study.Trial;
import dev.hpo.trial.Repeated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What comes of a test whose best configurations could not be run again, or not to the end, or did not work. */
@Timeout(60)
class ConfirmFaultTests {

    private static final int TRIALS = 5;

    /** Two configurations twice, then the winner and the start four times. */
    private static final int RUNS = 4 + 8;

    private static final AtomicInteger MADE = new AtomicInteger();
    private static volatile boolean isBroken;
    private static volatile Path journal = Path.of("");

    @RegisterExtension
    final PrintedText console = new PrintedText();

    private Path folder;

    @BeforeEach
    void listen(@TempDir Path temporary) {
        folder = temporary;
        MADE.set(0);
        isBroken = true;
        journal = run().journal(BrokenFileTestCase.class, "tune");
    }

    private TuningRun run() {
        return new TuningRun(folder).with("hpo.seed", "3");
    }

    private static String failure(EngineExecutionResults results) {
        List<Throwable> failures = TuningRun.containerFailures(results);
        assertThat(failures).hasSize(1);
        return String.valueOf(failures.get(0).getMessage());
    }

    private String summary(Class<?> testCase) throws IOException {
        return Files.readString(run().folder(testCase, "tune").resolve("summary.txt"))
                .replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"journal | ; run it again to go on.", "memory | ; run it again."})
    void testThatGetsNoInvocationsForItsRuns_fails(String storage, String advice) {
        TuningRun run =
                run().with("junit.jupiter.execution.parallel.enabled", "true").with("hpo.storage", storage);

        assertThat(failure(run.of(SkippedTestCase.class)))
                .isEqualTo("ConfirmFaultTests.SkippedTestCase.tune: best configurations must be run again to the end,"
                        + " but JUnit ran no more tests after none of the runs" + advice);
        if (storage.equals("journal")) {
            assertThat(run.runs(SkippedTestCase.class, "tune"))
                    .singleElement()
                    .satisfies(search -> assertThat(search.isFinished()).isFalse());
        }
    }

    @Test
    void runsThatCannotBeBegun_failTheTestAndLeaveItToTheNext() throws IOException {
        List<Throwable> failures = TuningRun.containerFailures(run().of(BrokenFileTestCase.class));

        assertThat(failures).isNotEmpty();
        assertThat(summary(BrokenFileTestCase.class))
                .contains("an error: ")
                .doesNotContain("another process")
                .contains("trials.csv");
        Files.delete(journal);
        Files.move(aside(), journal);
        isBroken = false;

        assertThat(TuningRun.containerFailures(run().of(BrokenFileTestCase.class)))
                .isEmpty();

        assertThat(MADE).as("trials and runs").hasValue(TRIALS + RUNS);
        assertThat(run().runs(BrokenFileTestCase.class, "tune")).hasSize(2).allMatch(RunRecord::isFinished);
    }

    @ParameterizedTest
    @CsvSource({"4, 4 of 4", "3, 3 of 4", "2, 2 of 4"})
    void winnerThatFailsAsOftenAsNot_failsTheTest(int failures, String count) throws IOException {
        MADE.set(-failures);

        assertThat(failure(run().of(FailingWinnerTestCase.class)))
                .matches("(?s)ConfirmFaultTests.FailingWinnerTestCase.tune: best configuration must work when it is run"
                        + " again, but " + count.replace("4 of 4", "all 4")
                        + " runs of trial \\d, which was chosen, failed; what the search has found is no result that can"
                        + " be relied on.\nconfirm \\d+: IllegalStateException: diverged.*");
        assertThat(summary(FailingWinnerTestCase.class))
                .containsPattern("NOT CONFIRMED: " + count.replace("4 of 4", "all 4") + " runs of trial \\d");
    }

    @Test
    void winnerThatFailsOnce_isGreen() {
        MADE.set(-1);

        assertThat(TuningRun.containerFailures(run().of(FailingWinnerTestCase.class)))
                .isEmpty();
    }

    @Test
    void firstRunWithoutAReport_endsNothing() throws IOException {
        EngineExecutionResults results = run().of(SilentTestCase.class);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(TuningRun.testFailures(results)).isEmpty();
        assertThat(TuningRun.names(results)).hasSize(TRIALS + RUNS);
        assertThat(TuningRun.aborts(results)).singleElement().satisfies(abort -> assertThat(abort)
                .hasMessageStartingWith("confirm 0 must report a value"));
        assertThat(summary(SilentTestCase.class)).contains("confirm 0 must report a value");
    }

    @Test
    void runsThatAreInterruptedAgainAndAgain_comeToAnEndThatFailsTheTest() throws IOException {
        EngineExecutionResults results = run().of(InterruptedTestCase.class);

        assertThat(TuningRun.names(results)).hasSize(TRIALS + 3 * RUNS);
        assertThat(failure(results))
                .endsWith(
                        "best configurations must be run again to the end, but that has ended after 0 of 12 runs, since"
                                + " all 36 trials are done.");
        assertThat(summary(InterruptedTestCase.class))
                .contains("confirmed no: stopped after 0 of 12 runs of the best configurations");
    }

    @Test
    void lastTrialThatFails_endsATestThatIsToFailFast() {
        EngineExecutionResults results = run().with("hpo.fail-fast", "true").of(LastFailsTestCase.class);

        assertThat(TuningRun.names(results)).hasSize(TRIALS);
        assertThat(failure(results)).contains("was cut short after 5 of 5 trials, since trial 4 failed");
    }

    @Test
    void runThatFails_endsATestThatIsToFailFast() {
        MADE.set(-4);
        EngineExecutionResults results = run().with("hpo.fail-fast", "true").of(FailingWinnerTestCase.class);

        assertThat(TuningRun.names(results)).hasSizeLessThan(TRIALS + RUNS);
        assertThat(failure(results))
                .containsPattern(
                        "was cut short after 5 of 5 trials and \\d of 12 runs that confirm it, since confirm \\d failed");
    }

    @Test
    void lastRunThatFails_isTheLastAnyway() {
        EngineExecutionResults results = run().with("hpo.fail-fast", "true").of(LastRunFailsTestCase.class);

        assertThat(TuningRun.testFailures(results)).hasSize(1);
        assertThat(TuningRun.containerFailures(results)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hpo.confirm.top", "hpo.confirm.repeats"})
    void numbersThatAreTooLarge_areErrors(String key) {
        assertThat(failure(run().with(key, "1001").of(SilentTestCase.class)))
                .startsWith(key + " (1001) must be a whole");
        assertThat(failure(run().with(key, "2147483647").of(SilentTestCase.class)))
                .contains("to 1000");
    }

    @Test
    void numbersForATestThatIsNotConfirmed_areSaidToHaveNoEffect() {
        run().with("hpo.confirm.top", "3").of(UnconfirmedTestCase.class);
        run().with("hpo.confirm.top", "3").with("hpo.confirm", "false").of(UnconfirmedTestCase.class);

        assertThat(console.text().lines())
                .containsOnlyOnce(
                        "hpo: ConfirmFaultTests.UnconfirmedTestCase.tune: hpo.confirm.top has no effect without @Confirm,"
                                + " which -Dhpo.confirm=true stands for");
    }

    /** Leaves invocations out, before these are given a trial, once the search is done. */
    static final class AfterTheSearch implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean isLeftOut = context.getUniqueId().contains("invocation") && MADE.get() >= TRIALS;
            return isLeftOut
                    ? ConditionEvaluationResult.disabled("left out")
                    : ConditionEvaluationResult.enabled("of the search");
        }
    }

    @ExtendWith(AfterTheSearch.class)
    static class SkippedTestCase {

        @TuningTest(trials = TRIALS)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 2, repeats = 4)
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Knob knob, Trial trial) {
            MADE.incrementAndGet();
            trial.report(knob.noisy(trial));
        }
    }

    /** Takes the file of the study away when its last trial has been told. */
    static final class Thief implements TestWatcher {

        @Override
        public void testSuccessful(ExtensionContext context) {
            if (isBroken && MADE.get() == TRIALS) {
                try {
                    Files.move(journal, aside());
                    Files.createDirectory(journal);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static Path aside() {
        return journal.resolveSibling("aside");
    }

    @ExtendWith(Thief.class)
    static class BrokenFileTestCase {

        @TuningTest(trials = TRIALS)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 2, repeats = 4)
        void tune(Knob knob, Trial trial) {
            MADE.incrementAndGet();
            trial.report(knob.noisy(trial));
        }
    }

    /** As many of the winner's last runs fail as are left to. */
    static class FailingWinnerTestCase {

        @TuningTest(trials = TRIALS)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 2, repeats = 4)
        void tune(Knob knob, Trial trial) {
            boolean isOfWinner = Repeated.of(trial.record())
                    .filter(of -> of.round() == 1 && !of.isStart())
                    .isPresent();
            if (isOfWinner && MADE.incrementAndGet() <= 0) {
                throw new IllegalStateException("diverged");
            }
            trial.report(knob.noisy(trial));
        }
    }

    static class SilentTestCase {

        @TuningTest(trials = TRIALS)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 2, repeats = 4)
        void tune(Knob knob, Trial trial) {
            if (trial.number() > 0 || Repeated.of(trial.record()).isEmpty()) {
                trial.report(knob.noisy(trial));
            }
        }
    }

    static class InterruptedTestCase {

        @TuningTest(trials = TRIALS)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 2, repeats = 4)
        void tune(Knob knob, Trial trial) throws InterruptedException {
            if (Repeated.of(trial.record()).isPresent()) {
                throw new InterruptedException("again");
            }
            trial.report(knob.noisy(trial));
        }
    }

    static class LastFailsTestCase {

        @TuningTest(trials = TRIALS)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 2, repeats = 4)
        void tune(Knob knob, Trial trial) {
            if (trial.number() == TRIALS - 1 && Repeated.of(trial.record()).isEmpty()) {
                throw new IllegalStateException("the last one");
            }
            trial.report(knob.noisy(trial));
        }
    }

    static class LastRunFailsTestCase {

        @TuningTest(trials = TRIALS)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 2, repeats = 4)
        void tune(Knob knob, Trial trial) {
            if (trial.number() == RUNS - 1) {
                throw new IllegalStateException("the last one");
            }
            trial.report(knob.noisy(trial));
        }
    }

    static class UnconfirmedTestCase {

        @TuningTest(trials = 1)
        @Minimize("distance")
        void tune(Point point, Trial trial) {
            trial.report(point.x());
        }
    }
}
