// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.RandomSampler;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailedStartTests {

    private final StudySpec spec = StudySpec.minimize("points", "distance")
            .withSampler(new RandomSampler())
            .withSeed(1)
            .withTrials(20);

    @ParameterizedTest
    @EnumSource
    void missingReport_endsTheStudyWhileNoTrialIsComplete(Mode mode) throws Exception {
        run(spec.withMode(mode).withWindow(1), (point, trial) -> {}, (study, result) -> {
            assertThat(result.history().size()).isEqualTo(1);
            assertThat(result.endReason()).isEqualTo("no trial is complete, and trial 0 has reported nothing");
            assertThat(study.failedStart()).contains(result.endReason());
        });
    }

    @Test
    void misusedReport_endsTheStudyWhileNoTrialIsComplete() throws Exception {
        run(
                spec,
                (point, trial) -> {
                    if (trial.number() < 2) {
                        trial.prune();
                    }
                    trial.report(2, 1);
                    trial.report(1, 1);
                },
                (study, result) -> {
                    assertThat(result.history().size()).isEqualTo(3);
                    assertThat(result.endReason())
                            .isEqualTo("no trial is complete, and trial 2 has reported in a way it must not");
                });
    }

    @Test
    void mistakesAfterACompleteTrial_areFailedTrials() throws Exception {
        run(
                spec,
                (point, trial) -> {
                    if (trial.number() == 0) {
                        trial.report(1);
                    }
                },
                (study, result) -> {
                    assertThat(result.history().counted()).isEqualTo(20);
                    assertThat(result.history().count(TrialState.COMPLETE)).isEqualTo(1);
                    assertThat(result.endReason()).isEqualTo("all 20 trials are done");
                    assertThat(study.failedStart()).isEmpty();
                });
    }

    @Test
    void firstFiveWithOneCause_endTheStudy_whateverTheNumbersInTheirTexts() throws Exception {
        run(
                spec,
                (point, trial) -> {
                    throw new IllegalStateException("row " + trial.number() + ": " + -0.5 * trial.number() + " at 1e-"
                            + trial.number() + " of Rows@" + Integer.toHexString(0xabc + trial.number()));
                },
                (study, result) -> {
                    assertThat(result.history().size()).isEqualTo(5);
                    assertThat(result.endReason()).isEqualTo("the first 5 trials failed with one cause");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4})
    void firstFiveWithAnotherAmongThem_goOn(int other) throws Exception {
        run(
                spec,
                (point, trial) -> {
                    if (trial.number() == other) {
                        trial.prune();
                    }
                    throw new IllegalStateException("no data");
                },
                (study, result) -> assertThat(result.history().counted()).isEqualTo(20));
    }

    @Test
    void twoCauses_goOn() throws Exception {
        run(
                spec,
                (point, trial) -> {
                    throw trial.number() == 3
                            ? new IllegalStateException("no data")
                            : new IllegalStateException("no room");
                },
                (study, result) -> assertThat(result.history().counted()).isEqualTo(20));
    }

    @Test
    void oneTextOfTwoRootCauses_goesOn() throws Exception {
        run(
                spec,
                (point, trial) -> {
                    throw new IllegalStateException(
                            "training failed",
                            trial.number() == 3
                                    ? new ArithmeticException("/ by zero")
                                    : new java.io.IOException("closed"));
                },
                (study, result) -> assertThat(result.history().counted()).isEqualTo(20));
    }

    @Test
    void budgetOfAsFewTrials_saysWhyAllTheSame() throws Exception {
        run(
                spec.withTrials(5),
                (point, trial) -> {
                    throw new IllegalStateException("no data");
                },
                (study, result) ->
                        assertThat(result.endReason()).startsWith("the first 5 trials failed with one cause"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void orderedMode_endsAfterTheSameTrial_whateverTheThreads(int threads) throws Exception {
        run(
                spec.withMode(Mode.ORDERED).withWindow(4).withThreads(threads),
                (point, trial) -> {
                    throw new IllegalStateException("no data");
                },
                (study, result) -> {
                    assertThat(result.history().size()).isEqualTo(8);
                    assertThat(study.failedStart()).isPresent();
                });
    }

    @Test
    void orderedMode_looksNoFurtherThanTheTrialToCome() throws Exception {
        run(
                spec.withMode(Mode.ORDERED).withWindow(4),
                (point, trial) -> {
                    if (trial.number() > 0) {
                        trial.report(1);
                    }
                },
                (study, result) -> {
                    assertThat(result.history().size()).isEqualTo(4);
                    assertThat(result.history().count(TrialState.COMPLETE)).isEqualTo(3);
                    assertThat(study.failedStart()).hasValueSatisfying(reason -> assertThat(reason)
                            .startsWith("no trial is complete, and trial 0 has reported nothing"));
                });
    }

    @Test
    void lostTrials_doNotCount() {
        History history = History.empty();
        for (int number = 0; number < 9; number++) {
            Failure.Kind kind = number % 2 == 0 ? Failure.Kind.EXCEPTION : Failure.Kind.LOST;
            history = history.with(failed(number, Failure.of(kind, "no data")));
            assertThat(FailedStart.reason(history, "points").isPresent()).isEqualTo(number == 8);
        }
    }

    @Test
    void trialsThatWereInterrupted_doNotCount() {
        History history = History.empty();
        for (int number = 0; number < 9; number++) {
            history = history.with(failed(number, Failure.of(Failure.Kind.INTERRUPTED, "interrupted")));
        }
        assertThat(FailedStart.reason(history, "points")).isEmpty();
    }

    @Test
    void trialsThatFailedInAnotherTool_doNotCount() {
        History history = History.empty();
        for (int number = 0; number < 9; number++) {
            TrialRecord trial = failed(number, Failure.of(Failure.Kind.EXCEPTION, "failed elsewhere"));
            TrialStart start = trial.start();
            history = history.with(TrialRecord.running(new TrialStart(
                            number,
                            start.configuration(),
                            start.seed(),
                            Origin.of(Origin.Source.OTHER),
                            start.startedAt()))
                    .finished(trial.outcome(), start.startedAt()));
        }
        assertThat(FailedStart.reason(history, "points")).isEmpty();
    }

    @Test
    void onlyLostTrials_endNothing() {
        History history = History.empty();
        for (int number = 0; number < 9; number++) {
            history = history.with(failed(number, Failure.of(Failure.Kind.LOST, "its process died")));
        }
        assertThat(FailedStart.reason(history, "points")).isEmpty();
    }

    @Test
    void resumedStudy_endsAtOnceAsItWouldHave() throws Exception {
        Objective<Point> failing = (point, trial) -> {
            throw new IllegalStateException("no data");
        };
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            for (int number = 0; number < 5; number++) {
                Trial trial = study.ask().orElseThrow().trial();
                study.tell(trial, new IllegalStateException("no data"));
            }
        }
        StudyResult<Point> result;
        try (Study<Point> study = Study.resume(
                PointSpace.SPACE, spec, spec.storage().runs("points").get(0).id())) {
            result = study.optimize(failing);
        }
        assertThat(result.history().size()).isEqualTo(5);
        assertThat(result.endReason()).startsWith("the first 5 trials failed with one cause");
    }

    private static TrialRecord failed(int number, Failure failure) {
        TrialStart start = new TrialStart(
                number,
                PointSpace.SPACE.choose(parameter -> parameter.domain().fromUnit(0.5)),
                number,
                Origin.of(Origin.Source.SAMPLER),
                Instant.EPOCH);
        return TrialRecord.running(start).finished(new Outcome.Failed(failure), Instant.EPOCH);
    }

    private static void run(StudySpec spec, Objective<Point> objective, Check check) throws Exception {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            StudyResult<Point> result = study.optimize(objective);
            check.of(study, result);
        }
    }

    @FunctionalInterface
    private interface Check {
        void of(Study<Point> study, StudyResult<Point> result);
    }
}
