// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.Case;
import dev.hpo.pruner.MedianPruner;
import dev.hpo.pruner.NopPruner;
import dev.hpo.pruner.PatientPruner;
import dev.hpo.pruner.PercentilePruner;
import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.RacingPruner;
import dev.hpo.pruner.SuccessiveHalvingPruner;
import dev.hpo.pruner.ThresholdPruner;
import dev.hpo.pruner.Verdict;
import dev.hpo.study.Trial;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Options of pruners, in annotations and as configuration parameters: what is stopped where shows which hold. */
class PrunerOptionsTests {

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void optionOfTheAnnotation_holds() {
        assertThat(firstReason(run(WarmTestCase.class, Map.of()))).contains("of 2 trials at step 4");
    }

    @Test
    void parameterGoesBeforeTheSameOptionOnly() {
        assertThat(firstReason(run(WarmTestCase.class, Map.of("hpo.pruner.warmup", "3"))))
                .contains("of 2 trials at step 3");
        assertThat(firstReason(run(WarmTestCase.class, Map.of("hpo.pruner.startup", "3"))))
                .contains("of 3 trials at step 4");
    }

    @Test
    void nameGoesBeforeTheWholeAnnotation() {
        assertThat(firstReason(run(
                        WarmTestCase.class,
                        Map.of("hpo.pruner", "median", "hpo.pruner.startup", "4", "hpo.pruner.minimum", "4"))))
                .contains("of 4 trials at step 2");
        assertThat(aborts(run(WarmTestCase.class, Map.of("hpo.pruner", "none"))))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"threshold, upper, 3.5, above 3.5", "asha, min-steps, 3, rung of step 3", "median, warmup, 4, at step 4"
    })
    void optionsOfANamedPruner_hold(String pruner, String option, String value, String reason) {
        assertThat(firstReason(run(PlainTestCase.class, Map.of("hpo.pruner", pruner, "hpo.pruner." + option, value))))
                .contains(reason);
    }

    @Test
    void wrappedPruner_takesWhatIsNotThePatientOnes() {
        assertThat(firstReason(run(PatientTestCase.class, Map.of())))
                .contains("worse than the median")
                .contains("at step 4");
    }

    @ParameterizedTest
    @ValueSource(classes = {HalvingTestCase.class, RacingTestCase.class, ThresholdTestCase.class})
    void attributesOfOtherPruners_areTheirs(Class<?> testCase) {
        run(testCase, Map.of()).testEvents().assertStatistics(stats -> stats.started(6));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hpo.pruner.warmup    | soon | hpo.pruner.warmup (soon) must be a whole number of at least 0; the pruner auto has 0 by default.
                    hpo.pruner.startup   | 5    | hpo.pruner.startup (5) must be a whole number of at least 6; the pruner auto has 6 by default.
                    hpo.pruner.interval  | 5    | hpo.pruner.interval (5) must be an option of the pruner auto; there are chance, startup, warmup.
                    """)
    void wrongParameter_isAMistake(String key, String value, String message) {
        assertMistake(run(PlainTestCase.class, Map.of(key, value)), message);
    }

    @Test
    void parameterForAPrunerWithoutIt_isAMistake() {
        assertMistake(
                run(NoneTestCase.class, Map.of("hpo.pruner.warmup", "5")),
                "hpo.pruner.warmup (5) must be an option of the pruner none; it has none.");
        String own = OwnPruner.class.getName();
        assertMistake(
                run(PlainTestCase.class, Map.of("hpo.pruner", own, "hpo.pruner.warmup", "5")),
                "hpo.pruner.warmup (5) must be left out with " + own
                        + ", whose options hpo does not know; set it in that class.");
    }

    @Test
    void wrongAttribute_isAMistake() {
        assertMistake(
                run(MisfitTestCase.class, Map.of()),
                "@PruneWith minSteps (5) must be an option of the pruner median; there are startup, minimum, warmup, interval.");
        assertMistake(
                run(BadValueTestCase.class, Map.of()),
                "@PruneWith percentile (120.0) must be a number above 0 and below 100; the pruner percentile has 25 by default.");
        assertMistake(
                run(OwnTestCase.class, Map.of()),
                "@PruneWith warmup (5) must be left out with " + OwnPruner.class.getName()
                        + ", whose options hpo does not know; set it in that class.");
        assertMistake(
                run(WrappedOwnTestCase.class, Map.of()),
                "@PruneWith wrapped (" + OwnPruner.class.getName()
                        + ") must be one of the pruners auto, curves, median, percentile, threshold, patient, asha, hyperband,"
                        + " wilcoxon, racing, none; wrap another one in a class of your own.");
    }

    private EngineExecutionResults run(Class<?> testCase, Map<String, String> parameters) {
        TuningRun run = new TuningRun(folder);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            run = run.with(parameter.getKey(), parameter.getValue());
        }
        return run.of(testCase);
    }

    private static long aborts(EngineExecutionResults results) {
        return results.testEvents().aborted().count();
    }

    private static String firstReason(EngineExecutionResults results) {
        return String.valueOf(TuningRun.aborts(results).get(0).getMessage());
    }

    private static void assertMistake(EngineExecutionResults results, String message) {
        results.testEvents().assertStatistics(stats -> stats.started(0));
        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessage(message));
    }

    /** Each trial is worse than those before, at each step. */
    static void train(Trial trial) {
        for (int step = 1; step <= 6; step++) {
            trial.report(step, trial.number());
        }
    }

    static class PlainTestCase {

        @TuningTest(trials = 6)
        @Minimize("number")
        void tune(Point point, Trial trial) {
            train(trial);
        }
    }

    @PruneWith(value = MedianPruner.class, startup = 2, minimum = 2, warmup = 4)
    static class WarmTestCase extends PlainTestCase {}

    @PruneWith(value = PatientPruner.class, patience = 3, wrapped = MedianPruner.class, startup = 2, minimum = 2)
    static class PatientTestCase extends PlainTestCase {}

    @PruneWith(value = SuccessiveHalvingPruner.class, minSteps = 2, factor = 4, rate = 1)
    static class HalvingTestCase extends PlainTestCase {}

    @PruneWith(value = RacingPruner.class, level = 0.1, testToTraining = 0)
    static class RacingTestCase extends PlainTestCase {}

    @PruneWith(value = ThresholdPruner.class, lower = -1, upper = 100, interval = 2)
    static class ThresholdTestCase extends PlainTestCase {}

    @PruneWith(NopPruner.class)
    static class NoneTestCase extends PlainTestCase {}

    @PruneWith(value = MedianPruner.class, minSteps = 5)
    static class MisfitTestCase extends PlainTestCase {}

    @PruneWith(value = PercentilePruner.class, percentile = 120)
    static class BadValueTestCase extends PlainTestCase {}

    @PruneWith(value = OwnPruner.class, warmup = 5)
    static class OwnTestCase extends PlainTestCase {}

    @PruneWith(value = PatientPruner.class, wrapped = OwnPruner.class)
    static class WrappedOwnTestCase extends PlainTestCase {}

    static final class OwnPruner implements Pruner {

        @Override
        public Verdict judge(Case judged) {
            return Verdict.KEEP;
        }
    }
}
