// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.pruner.Verdict;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Of;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials whose value is the mean of folds. */
class FoldTests {

    private final StudySpec spec = StudySpec.maximize("points", "accuracy")
            .withPruner(judged -> Verdict.KEEP)
            .withOf(Of.MEAN);

    @Test
    void meanOfAllFolds_isTheValue() throws Exception {
        TrialRecord trial = only(spec, (point, running) -> {
            running.fold(0, 0.5);
            running.fold(1, 1);
            running.fold(2, 3);
        });
        assertThat(trial.outcome()).isEqualTo(Outcome.Complete.of(1.5));
        assertThat(trial.observations())
                .containsExactly(new Observation(0, 0.5), new Observation(1, 1), new Observation(2, 3));
    }

    @Test
    void stepsAreFoldsToo_andFoldsMayBeLeftOut() throws Exception {
        assertThat(only(spec, (point, running) -> {
                            running.fold(1, 1);
                            running.report(4, 3);
                        })
                        .value())
                .hasValue(2);
    }

    @Test
    void finalValue_goesBeforeTheMean() throws Exception {
        TrialRecord trial = only(spec, (point, running) -> {
            running.fold(0, 1);
            running.fold(1, 2);
            running.report(1.75); // a mean by the sizes of the folds
        });
        assertThat(trial.value()).hasValue(1.75);
    }

    @Test
    void bestConfiguration_isTheBestOfTheMeans_notOfTheLastFolds() throws Exception {
        double[][] folds = {{0.9, 0.9, 0.6}, {0.7, 0.7, 0.8}};
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec.withTrials(2))) {
            History history = study.optimize((point, trial) -> {
                        for (int fold = 0; fold < 3; fold++) {
                            trial.fold(fold, folds[trial.number()][fold]);
                        }
                    })
                    .history();
            assertThat(history.best(spec.direction()).orElseThrow().number()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void foldThatIsNotFinite_failsTheTrial_andIsNamed(double value) throws Exception {
        TrialRecord trial = only(spec, (point, running) -> {
            running.fold(0, 1);
            running.fold(7, value);
            running.fold(8, 1);
        });
        Failure failure = trial.failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FINITE);
        assertThat(failure.message())
                .isEqualTo(
                        "objective value (NaN) must be finite; it is the mean of 3 values, of which that of step 7 is "
                                + value);
        assertThat(trial.observations()).hasSize(3);
    }

    @Test
    void trialWithoutAFold_fails() throws Exception {
        assertThat(kind(only(spec, (point, running) -> running.metric("fold", 1, 1))))
                .isEqualTo(Failure.Kind.NO_REPORT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3  | fold (3) must be above the last one (3); those that are trained in parallel are reported in their order",
                "2  | fold (2) must be above the last one (3); those that are trained in parallel are reported in their order",
                "-1 | fold (-1) must be at least 0"
            })
    void foldsMustRise(int fold, String message) throws Exception {
        TrialRecord trial = only(spec, (point, running) -> {
            running.fold(3, 1);
            running.fold(fold, 1);
        });
        assertThat(kind(trial)).isEqualTo(Failure.Kind.MISUSE);
        assertThat(trial.failure().orElseThrow().message()).isEqualTo("trial 0: " + message);
        assertThat(trial.observations()).hasSize(1);
    }

    @Test
    void noFoldFollowsTheFinalValue() throws Exception {
        TrialRecord trial = only(spec, (point, running) -> {
            running.report(1);
            running.fold(4, 1);
        });
        assertThat(trial.failure().orElseThrow().message()).contains("a value at fold 4 must not follow");
    }

    @ParameterizedTest
    @EnumSource(names = {"LAST", "BEST"})
    void fold_isRefusedWhereItWouldNotCountAsOne(Of of) throws Exception {
        TrialRecord trial = only(spec.withOf(of), (point, running) -> running.fold(3, 0.5));

        assertThat(kind(trial)).isEqualTo(Failure.Kind.MISUSE);
        assertThat(trial.failure().orElseThrow().message())
                .isEqualTo(
                        "trial 0: fold (3) must be one of a study whose values are means of folds; say of = MEAN, as in"
                                + " @Maximize(value = \"accuracy\", of = MEAN) or StudySpec.withOf(Of.MEAN), or report(step, value) for"
                                + " epochs");
        assertThat(trial.observations()).isEmpty();
    }

    @Test
    void replay_takesFoldsToo() throws Exception {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec.withTrials(1))) {
            TrialRecord stored =
                    study.optimize((point, trial) -> trial.fold(0, 1)).history().trial(0);
            Trial again = study.replay(stored).trial();
            again.fold(0, 2);
            again.fold(1, 4);
            assertThat(study.outlook(again)).isEqualTo(Outcome.Complete.of(3));
        }
    }

    /** Optuna takes the value of a pruned trial for one to learn from. */
    @Test
    void journal_hasTheMeanOfPrunedTrialsToo(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("points.log");
        StudySpec kept = spec.withStorage(new JournalStorage(file))
                .withPruner(judged -> judged.trial().number() == 1
                                && judged.trial().observations().size() == 2
                        ? new Verdict.Stop("worse")
                        : Verdict.KEEP)
                .withTrials(3);
        try (Study<Point> study = Study.open(PointSpace.SPACE, kept)) {
            study.optimize((point, trial) -> {
                trial.fold(0, trial.number() == 2 ? Double.NaN : 1);
                trial.fold(1, 2);
                trial.fold(2, 6);
            });
        }
        try (Stream<String> lines = Files.lines(file)) {
            assertThat(lines.filter(line -> line.startsWith("{\"op_code\":6,")))
                    .extracting(
                            line -> line.replaceFirst(".*(\"trial_id\":\\d,\"state\":\\d,\"values\":[^,]*),.*", "$1"))
                    .containsExactly(
                            "\"trial_id\":0,\"state\":1,\"values\":[3.0]",
                            "\"trial_id\":1,\"state\":2,\"values\":[1.5]",
                            "\"trial_id\":2,\"state\":3,\"values\":null");
        }
    }

    @Test
    void run_goesOnOnlyWhereValuesAreStillMeans(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("points.log");
        StudySpec kept =
                spec.withStorage(new JournalStorage(file)).withTrials(3).withSeed(1);
        try (Study<Point> study = Study.open(PointSpace.SPACE, kept)) {
            study.ask();
        }
        assertThat(header(file).aim()).isEqualTo(new Aim(spec.direction(), Of.MEAN));
        assertThat(Continuation.of(PointSpace.SPACE, kept).orElseThrow().differences())
                .isEmpty();
        assertThat(Continuation.of(PointSpace.SPACE, kept.withOf(Of.LAST))
                        .orElseThrow()
                        .differences())
                .containsExactly("of (LAST) was MEAN");
        assertThatThrownBy(() -> Study.resume(PointSpace.SPACE, kept.withOf(Of.LAST), new RunId("points", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points #1 must have of = LAST, but began with MEAN; begin a new run");
    }

    private static RunHeader header(Path file) {
        return new JournalStorage(file).runs("points").get(0).header();
    }

    private static Failure.Kind kind(TrialRecord trial) {
        return trial.failure().orElseThrow().kind();
    }

    private static TrialRecord only(StudySpec spec, Objective<Point> objective) throws InterruptedException {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec.withTrials(1))) {
            return study.optimize(objective).history().trial(0);
        }
    }
}
