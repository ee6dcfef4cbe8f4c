// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import static dev.hpo.pruner.MadeTrials.complete;
import static dev.hpo.pruner.MadeTrials.facts;
import static dev.hpo.pruner.MadeTrials.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrunersTests {

    static List<String> names() {
        return Pruners.names();
    }

    static Stream<String> namesButThatOfDivergence() {
        return names().stream().filter(name -> !name.equals("threshold"));
    }

    @Test
    void defaultIsTheFirst() {
        assertThat(names())
                .containsExactly(
                        "auto",
                        "curves",
                        "median",
                        "percentile",
                        "threshold",
                        "patient",
                        "asha",
                        "hyperband",
                        "wilcoxon",
                        "racing",
                        "none");
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachIsOfItsName_andSaysItsOptions(String name) {
        Pruner pruner = Pruners.named(name);
        assertThat(Pruners.nameOf(pruner.getClass())).contains(name);
        if (!Pruners.options(name).isEmpty()) {
            assertThat(pruner.toString()).doesNotStartWith(pruner.getClass().getName());
        }
    }

    /** Whoever goes on with a study must be able to tell it from one with other options. */
    @ParameterizedTest
    @CsvSource({
        "auto, chance, 0.01",
        "auto, startup, 7",
        "auto, warmup, 3",
        "curves, chance, 0.01",
        "median, startup, 7",
        "median, minimum, 7",
        "median, warmup, 20",
        "median, interval, 7",
        "percentile, percentile, 10",
        "percentile, startup, 7",
        "percentile, minimum, 7",
        "percentile, warmup, 7",
        "percentile, interval, 7",
        "threshold, lower, -1",
        "threshold, upper, 1",
        "threshold, warmup, 7",
        "threshold, interval, 7",
        "patient, patience, 7",
        "patient, delta, 0.5",
        "patient, wrapped, asha",
        "patient, warmup, 7",
        "asha, min-steps, 7",
        "asha, factor, 4",
        "asha, rate, 1",
        "hyperband, min-steps, 7",
        "hyperband, max-steps, 7",
        "hyperband, factor, 4",
        "wilcoxon, threshold, 0.2",
        "wilcoxon, startup-steps, 7",
        "racing, level, 0.1",
        "racing, test-to-training, 0"
    })
    void eachOptionIsSet_andChangesTheText(String name, String option, String value) {
        Pruner other = Pruners.named(name, Map.of(option, value));
        assertThat(other).hasSameClassAs(Pruners.named(name));
        assertThat(other.toString()).isNotEqualTo(Pruners.named(name).toString());
    }

    @Test
    void allOptionsAreInTheTestAbove() {
        assertThat(names().stream()
                        .mapToInt(name -> Pruners.options(name).size())
                        .sum())
                .isEqualTo(30);
    }

    @Test
    void optionsGiveWhatTheMethodsGive() {
        assertThat(Pruners.named("median", Map.of("warmup", " 20 ", "interval", "3")))
                .hasToString(
                        new MedianPruner().withWarmupSteps(20).withInterval(3).toString());
        assertThat(Pruners.named("patient", Map.of("wrapped", "percentile", "percentile", "75", "patience", "9")))
                .hasToString(new PatientPruner(new PercentilePruner(75))
                        .withPatience(9)
                        .toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    median  | warmup  | -1       | pruner.warmup (-1) must be a whole number of at least 0; the pruner median has 0 by default
                    median  | warmup  | 2.5      | pruner.warmup (2.5) must be a whole number of at least 0; the pruner median has 0 by default
                    median  | startup | 99999999999 | pruner.startup (99999999999) must be a whole number of at least 1; the pruner median has 5 by default
                    median  | warmpu  | 20       | pruner.warmpu (20) must be an option of the pruner median; did you mean warmup?
                    none    | warmup  | 20       | pruner.warmup (20) must be an option of the pruner none; it has none
                    asha    | interval | 2       | pruner.interval (2) must be an option of the pruner asha; there are min-steps, factor, rate
                    percentile | percentile | 100 | pruner.percentile (100) must be a number above 0 and below 100; the pruner percentile has 25 by default
                    auto    | chance  | NaN      | pruner.chance (NaN) must be a number above 0 and below 0.25; the pruner auto has 0.05 by default
                    patient | delta   | Infinity | pruner.delta (Infinity) must be a finite number of at least 0; the pruner patient has 0 by default
                    patient | wrapped | medium   | pruner (medium) must be one of auto, curves, median, percentile, threshold, patient, asha, hyperband, wilcoxon, racing, none; did you mean median?
                    patient | factor  | 3        | pruner.factor (3) must be an option of the pruner median; there are startup, minimum, warmup, interval
                    """)
    void wrongOptionsAreRefused(String name, String option, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pruners.named(name, Map.of(option, value)))
                .withMessage(message);
    }

    @ParameterizedTest
    @MethodSource("namesButThatOfDivergence")
    void firstReportStopsNothing(String name) {
        List<TrialRecord> good = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            good.add(complete(number, number, 1, 1, 1, 1, 1, 1, 1, 1, number));
        }
        Pruner pruner = Pruners.named(name);
        for (double value : new double[] {1e9, Double.NaN}) {
            assertThat(pruner.judge(MadeTrials.asCase(running(40, value), History.of(good), facts(Direction.MINIMIZE))))
                    .isEqualTo(Verdict.KEEP);
        }
    }

    /** The best of a study, by a wide margin and from the first step on, is never stopped. */
    @ParameterizedTest
    @EnumSource
    void bestTrialIsStoppedByNone(Direction direction) {
        List<TrialRecord> others = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            double value = 10 + number;
            double loss = direction.asLoss(value);
            others.add(complete(number, loss, loss, loss, loss, loss, loss, loss, loss, loss, loss));
        }
        History history = History.of(others);
        for (String name : names()) {
            Pruner pruner = Pruners.named(name);
            double[] best = new double[10];
            Arrays.fill(best, direction.asLoss(1));
            for (int reports = 1; reports <= best.length; reports++) {
                TrialRecord trial = running(40, Arrays.copyOf(best, reports));
                assertThat(pruner.judge(MadeTrials.asCase(trial, history, facts(direction))))
                        .as(name)
                        .isEqualTo(Verdict.KEEP);
            }
        }
    }
}
