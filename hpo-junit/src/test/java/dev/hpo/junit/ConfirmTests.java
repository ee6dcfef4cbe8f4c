// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hpo.sampler.RandomSampler;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunRecord;
import dev.hpo.study.Trial;
import dev.hpo.trial.Repeated;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The leading configurations of a search are run again, as further invocations of its test. */
@Timeout(60)
class ConfirmTests {

    /** The top 5 of 40 complete trials, halved to the last two, and five runs of the winner and of the start. */
    private static final int RUNS = 5 + 3 + 4 + 10;

    private static final String STUDY = "dev.hpo.junit.ConfirmTests.NoisyTestCase.tune";

    private static final List<Long> SEEDS = new ArrayList<>();

    @RegisterExtension
    final PrintedText console = new PrintedText();

    private Path folder;

    @BeforeEach
    void listen(@TempDir Path temporary) {
        folder = temporary;
        SEEDS.clear();
    }

    private TuningRun run() {
        return new TuningRun(folder).with("hpo.seed", "3");
    }

    @Test
    void leadingConfigurations_areRunAgainAfterTheSearch() {
        EngineExecutionResults results = run().of(NoisyTestCase.class);

        results.allEvents().assertStatistics(stats -> stats.failed(0).aborted(0).skipped(0));
        List<String> names = TuningRun.names(results);
        assertThat(names).hasSize(40 + RUNS);
        assertThat(names.subList(0, 40)).allMatch(name -> name.matches("trial \\d+: x=\\S+"));
        assertThat(names.subList(40, 40 + RUNS))
                .allMatch(name -> name.matches("confirm \\d+: (trial \\d+|start), x=\\S+"))
                .anyMatch(name -> name.endsWith("start, x=0.75"));
        assertThat(names.get(40)).startsWith("confirm 0: trial ");
        assertThat(new HashSet<>(SEEDS)).as("seeds").hasSize(40 + RUNS);
        assertThat(run().runs(NoisyTestCase.class, "tune"))
                .extracting(run -> run.id().toString(), run -> run.end().orElseThrow())
                .containsExactly(
                        tuple(STUDY + " #1", new RunEnd(RunEnd.Kind.FINISHED, "all 40 trials are done")),
                        tuple(STUDY + " #1 confirm", new RunEnd(RunEnd.Kind.FINISHED, "all 22 runs are done")));
    }

    @Test
    void gate_isOfTheConfirmedValue() {
        EngineExecutionResults results = run().of(GatedTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .message()
                .matches("ConfirmTests.GatedTestCase.tune: best distance \\(\\S+, trial \\d+, the mean of 5 runs that"
                        + " confirm it\\) must be at most -0.25; look into the trials, or change @ExpectBest."));
        assertThat(TuningRun.containerFailures(
                        run().with("hpo.confirm", "false").of(GatedTestCase.class)))
                .as("that of the search is better than any true one")
                .isEmpty();
    }

    @Test
    void parameters_goBeforeTheAnnotation() {
        assertThat(count(run().with("hpo.confirm.top", "2").with("hpo.confirm.repeats", "3"), NoisyTestCase.class))
                .isEqualTo(40 + 4 + 6);
        assertThat(count(run().with("hpo.confirm", "false"), NoisyTestCase.class))
                .isEqualTo(40);
        assertThat(count(run().with("hpo.confirm", "true"), PlainTestCase.class))
                .as("two of ten, without a start")
                .isEqualTo(10 + 4 + 5);
        assertThat(count(run(), PlainTestCase.class)).isEqualTo(10);
    }

    private static long count(TuningRun run, Class<?> testCase) {
        return run.of(testCase).testEvents().succeeded().count();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hpo.confirm         | maybe | hpo.confirm (maybe) must be true or false",
                "hpo.confirm.top     | 0     | hpo.confirm.top (0) must be a whole number from 1 to 1000",
                "hpo.confirm.repeats | 1     | hpo.confirm.repeats (1) must be a whole number from 2 to 1000"
            })
    void whatCannotBe_isAnError(String key, String value, String message) {
        assertThat(TuningRun.containerFailures(run().with(key, value).of(NoisyTestCase.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(TuningConfigurationException.class)
                        .hasMessageContaining(message));
    }

    @Test
    void annotationThatCannotBe_isAnError() {
        assertThat(TuningRun.containerFailures(run().of(WrongTestCase.class)))
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder(
                        "@Confirm top (0) must be a whole number from 1 to 1000; change it at ConfirmTests.WrongTestCase.top.",
                        "@Confirm repeats (1) must be a whole number from 2 to 1000; change it at ConfirmTests.WrongTestCase.repeats.");
    }

    @Test
    void studyInMemory_isConfirmedToo() {
        assertThat(count(run().with("hpo.storage", "memory"), NoisyTestCase.class))
                .isEqualTo(40 + RUNS);
    }

    @Test
    void studyWithoutACompleteTrial_isNotConfirmed() {
        EngineExecutionResults results = run().of(HopelessTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("no trial was completed"));
        assertThat(run().runs(HopelessTestCase.class, "tune"))
                .singleElement()
                .satisfies(run -> assertThat(run.isFinished()).isTrue());
    }

    @Test
    void bestThatCannotBeRepeated_failsTheTest() throws IOException {
        EngineExecutionResults results = run().of(OnceTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(TuningFailedError.class)
                .message()
                .matches(
                        "(?s)ConfirmTests.OnceTestCase.tune: best configuration must work when it is run again, but all"
                                + " 5 runs of trial \\d, which was chosen, failed; what the search has found is no result that can be relied on.\n"
                                + "confirm 4: IllegalStateException: not again.*"));
        Path reports = run().folder(OnceTestCase.class, "tune");
        assertThat(summary(OnceTestCase.class))
                .containsPattern("NOT CONFIRMED: all 5 runs of trial \\d, which was chosen, failed\\.")
                .contains("confirmed no: the best trial of the search is shown, as all 5 runs of trial ")
                .contains("confirm 14 of 14 runs failed: confirm 0 (trial ")
                .contains("-Dhpo.replay=confirm:0 ");
        assertThat(Files.readString(reports.resolve("best.properties"))).contains("x = ");
        assertThat(printed()).anyMatch(line -> line.startsWith("OnceTestCase.tune  confirm 0 failed: "));
        assertThat(run().runs(OnceTestCase.class, "tune")).hasSize(2).allMatch(RunRecord::isFinished);
    }

    @Test
    void winnerThatFailsNowAndThen_isSaidLoudly() throws IOException {
        EngineExecutionResults results = run().of(SometimesTestCase.class);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(summary(SometimesTestCase.class))
                .contains("1 OF 5 RUNS OF THE BEST CONFIGURATION FAILED when it was run again")
                .contains("4 of 5 runs");
    }

    @Test
    void valuesWithoutSpread_areSaidToHaveNone() throws IOException {
        run().of(ExactTestCase.class);

        assertThat(summary(ExactTestCase.class))
                .contains(" 95 % interval no spread no spread ")
                .contains("was the best of the search, too; the search did not flatter it")
                .containsPattern("the gain over the start is \\S+, the same in each run")
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
    }

    @Test
    void startThatWins_isSaidToHaveNoGain() throws IOException {
        run().of(StartTestCase.class);

        assertThat(summary(StartTestCase.class))
                .contains("best (trial 0, the start)")
                .contains("a gain over the start cannot be told, as this is the start");
    }

    @Test
    void studyWithoutAStart_isSaidToHaveNoGain() throws IOException {
        run().with("hpo.confirm", "true").of(PlainTestCase.class);

        assertThat(summary(PlainTestCase.class)).contains("a gain over the start cannot be told, as there is none");
    }

    /** Returns a summary as one line. */
    private String summary(Class<?> testCase) throws IOException {
        return Files.readString(run().folder(testCase, "tune").resolve("summary.txt"))
                .replaceAll("\\s+", " ");
    }

    private List<String> printed() {
        return console.lines();
    }

    static class NoisyTestCase {

        @TuningTest(trials = 40)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm
        void tune(Knob knob, Trial trial) {
            SEEDS.add(trial.seed());
            trial.report(knob.noisy(trial));
        }
    }

    static class GatedTestCase {

        @TuningTest(trials = 40)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm
        @ExpectBest(atMost = -.25)
        void tune(Knob knob, Trial trial) {
            trial.report(knob.noisy(trial));
        }
    }

    static class PlainTestCase {

        @TuningTest(trials = 10)
        @Minimize("distance")
        void tune(Point point, Trial trial) {
            trial.report(point.x());
        }
    }

    /** Composed, since the compiler would complain. */
    @Confirm(top = 0)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Nothing {}

    @Confirm(repeats = 1)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Once {}

    static class WrongTestCase {

        @TuningTest
        @Minimize("distance")
        @Nothing
        void top(Knob knob, Trial trial) {
            trial.report(1);
        }

        @TuningTest
        @Minimize("distance")
        @Once
        void repeats(Knob knob, Trial trial) {
            trial.report(1);
        }
    }

    static class HopelessTestCase {

        @TuningTest(trials = 3)
        @Minimize("distance")
        @Confirm
        void tune(Knob knob, Trial trial) {
            throw new IllegalStateException("nothing works");
        }
    }

    static class OnceTestCase {

        @TuningTest(trials = 10)
        @Minimize("distance")
        @Confirm
        void tune(Knob knob, Trial trial) {
            if (Repeated.of(trial.record()).isPresent()) {
                throw new IllegalStateException("not again");
            }
            trial.report(knob.noisy(trial));
        }
    }

    static class SometimesTestCase {

        @TuningTest(trials = 40)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm
        void tune(Knob knob, Trial trial) {
            if (trial.number() == RUNS - 10 && Repeated.of(trial.record()).isPresent()) {
                throw new IllegalStateException("diverged");
            }
            trial.report(knob.noisy(trial));
        }
    }

    static class ExactTestCase {

        @TuningTest(trials = 40)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm
        void tune(Knob knob, Trial trial) {
            trial.report(Math.abs(knob.x()));
        }
    }

    static class StartTestCase {

        @TuningTest(trials = 40)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm
        void tune(Knob knob, Trial trial) {
            trial.report(Math.abs(knob.x() - .75));
        }
    }
}
