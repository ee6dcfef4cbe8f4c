// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.pruner.Verdict;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Of;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.Serial;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrialOutcomeTests {

    private final StudySpec spec = StudySpec.maximize("points", "height").withPruner(judged -> Verdict.KEEP);

    @Test
    void finalValueCounts() throws Exception {
        TrialRecord trial = only(spec, (point, running) -> {
            running.report(1, 9);
            running.report(2, 8);
            running.report(3.5);
        });

        assertThat(trial.outcome()).isEqualTo(Outcome.Complete.of(3.5));
        assertThat(trial.observations()).containsExactly(new Observation(1, 9), new Observation(2, 8));
    }

    @Test
    void lastIntermediateValueCountsWithoutAFinalOne() throws Exception {
        assertThat(only(spec, TrialOutcomeTests::rise).value()).hasValue(2);
    }

    @Test
    void bestIntermediateValueCountsIfAskedFor() throws Exception {
        assertThat(only(spec.withOf(Of.BEST), TrialOutcomeTests::rise).value()).hasValue(4);
        StudySpec minimizing = StudySpec.minimize("points", "loss").withOf(Of.BEST);
        assertThat(only(minimizing, TrialOutcomeTests::rise).value()).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void valueThatIsNotFiniteFailsTheTrialAndIsKept(double value) throws Exception {
        TrialRecord reported = only(spec, (point, trial) -> trial.report(value));
        TrialRecord last = only(spec, (point, trial) -> trial.report(1, value));
        TrialRecord best = only(spec.withOf(Of.BEST), (point, trial) -> trial.report(1, value));

        for (TrialRecord trial : new TrialRecord[] {reported, last, best}) {
            assertThat(kind(trial)).isEqualTo(Failure.Kind.NOT_FINITE);
            assertThat(trial.progress().attributes()).containsEntry("hpo.value", Double.toString(value));
        }
    }

    @Test
    void intermediateValueThatIsNotFiniteIsKeptAndEndsNothing() throws Exception {
        TrialRecord trial = only(spec, (point, running) -> {
            running.report(1, Double.NaN);
            running.report(2, 5);
        });

        assertThat(trial.value()).hasValue(5);
        assertThat(trial.observations().get(0)).isEqualTo(new Observation(1, Double.NaN));
    }

    @Test
    void trialWithoutAnyReportFails() throws Exception {
        TrialRecord trial = only(spec, (point, running) -> running.attribute("only", "this"));

        assertThat(kind(trial)).isEqualTo(Failure.Kind.NO_REPORT);
        assertThat(trial.failure().orElseThrow().message())
                .isEqualTo("trial 0 must report a value before it returns; call trial.report(value)");
        assertThat(trial.progress().attributes()).containsEntry("only", "this");
    }

    @Test
    void whatTheBodyThrowsIsKeptWithItsTrace() throws Exception {
        TrialRecord trial = only(spec, (point, running) -> {
            running.report(1);
            throw new AssertionError("accuracy too low");
        });

        Failure failure = trial.failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.EXCEPTION);
        assertThat(failure.message()).isEqualTo("AssertionError: accuracy too low");
        assertThat(failure.trace()).contains("java.lang.AssertionError: accuracy too low", "TrialOutcomeTests");
    }

    @Test
    void exceptionThatFailsToSayItsTextIsKeptByItsType() throws Exception {
        TrialRecord trial = only(spec, (point, running) -> {
            throw new Speechless(new IllegalStateException("no words"));
        });

        assertThat(trial.failure())
                .contains(Failure.of(
                        Failure.Kind.EXCEPTION, "Speechless, whose text cannot be had: IllegalStateException"));
    }

    @Test
    void exceptionWhoseTextOrCauseOverflowsTheStackIsKeptByItsType() throws Exception {
        TrialRecord trial = only(spec, (point, running) -> {
            throw new Endless();
        });
        TrialRecord pruned = only(spec, (point, running) -> {
            running.report(1, 2);
            try {
                running.prune();
            } catch (TrialPrunedException e) {
                throw new Endless();
            }
        });

        Failure failure = Failure.of(Failure.Kind.EXCEPTION, "Endless, whose text cannot be had: StackOverflowError");
        assertThat(trial.failure()).contains(failure);
        assertThat(pruned.failure()).contains(failure);
    }

    @Test
    void exceptionOfATypeWithoutANameIsKeptByTheLongOne() throws Exception {
        TrialRecord trial = only(spec, (point, running) -> {
            throw new IllegalStateException("too large") {
                @Serial
                private static final long serialVersionUID = 1L;
            };
        });

        assertThat(trial.failure().orElseThrow().message())
                .matches("dev\\.hpo\\.study\\.TrialOutcomeTests\\$\\d+: too large");
    }

    @Test
    void timeoutIsAFailureOfItsOwnKind() throws Exception {
        assertThat(kind(only(spec, (point, trial) -> {
                    throw new TimeoutException("after 3 s");
                })))
                .isEqualTo(Failure.Kind.TIMEOUT);
    }

    @Test
    void stepsMustRise() throws Exception {
        for (long step : new long[] {3, 2, -1}) {
            TrialRecord trial = only(spec, (point, running) -> {
                running.report(3, 1);
                running.report(step, 1);
            });

            assertThat(kind(trial)).isEqualTo(Failure.Kind.MISUSE);
            assertThat(trial.failure().orElseThrow().message()).contains("step (" + step + ")");
            assertThat(trial.observations()).hasSize(1);
        }
    }

    @Test
    void stepsOfAMetricMustRise() throws Exception {
        TrialRecord trial = only(spec, (point, running) -> {
            running.metric("a", 1, 1);
            running.metric("b", 1, 1);
            running.metric("a", 1, 2);
        });

        assertThat(trial.failure().orElseThrow().message())
                .isEqualTo("trial 0: step of metric a (1) must be above the last one (1)");
        assertThat(trial.progress().metrics()).containsOnlyKeys("a", "b");
    }

    @Test
    void nothingFollowsTheFinalValue() throws Exception {
        TrialRecord twice = only(spec, (point, trial) -> {
            trial.report(1);
            trial.report(2);
        });
        TrialRecord after = only(spec, (point, trial) -> {
            trial.report(1);
            trial.report(1, 2);
        });

        assertThat(twice.failure().orElseThrow().message()).contains("second final value (2.0)", "first (1.0)");
        assertThat(after.failure().orElseThrow().message()).contains("step 1", "final value (1.0)");
    }

    @ParameterizedTest
    @EnumSource
    void bodyThatSwallowsWhatStopsItIsStoppedAllTheSame(Stop stop) throws Exception {
        TrialRecord passed = only(spec, (point, trial) -> stop.on(trial));
        TrialRecord swallowed = only(spec, (point, trial) -> {
            try {
                stop.on(trial);
            } catch (RuntimeException e) {
                assertThat(e).hasMessageContaining(stop == Stop.MISUSE ? "step" : "hopeless");
            }
        });
        TrialRecord wrapped = only(spec, (point, trial) -> {
            try {
                stop.on(trial);
            } catch (RuntimeException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(swallowed.outcome()).isEqualTo(passed.outcome());
        assertThat(wrapped.outcome()).isEqualTo(passed.outcome());
        assertThat(passed.state()).isEqualTo(stop == Stop.PRUNE ? TrialState.PRUNED : TrialState.FAILED);
    }

    @Test
    void faultWhileATrialIsBeingStoppedIsAFault() throws Exception {
        TrialRecord trial = only(spec, (point, running) -> {
            try {
                running.prune();
            } catch (TrialPrunedException e) {
                throw new IllegalStateException("while closing");
            }
        });

        assertThat(kind(trial)).isEqualTo(Failure.Kind.EXCEPTION);
    }

    @Test
    void hopelessTrialStopsWhereItReports() throws Exception {
        StudySpec pruning = spec.withPruner(judged ->
                judged.trial().observations().size() < 2 ? Verdict.KEEP : new Verdict.Stop("below the median"));
        TrialRecord trial = only(pruning, (point, running) -> {
            running.report(1, 1);
            assertThatThrownBy(() -> running.report(2, 2)).isInstanceOf(TrialPrunedException.class);
            running.report(3, 3);
        });

        assertThat(trial.outcome()).isEqualTo(new Outcome.Pruned("below the median"));
        assertThat(trial.observations()).hasSize(2);
    }

    @Test
    void leakedThreadCannotReportAfterTheEnd() throws Exception {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            Trial trial = study.ask().orElseThrow().trial();
            trial.report(1);
            TrialRecord told = study.tell(trial);

            assertThatThrownBy(() -> trial.report(1, 2))
                    .isInstanceOf(TrialMisuseException.class)
                    .hasMessageContaining("trial 0 has ended as COMPLETE");
            assertThatThrownBy(() -> trial.attribute("late", "fact")).isInstanceOf(TrialMisuseException.class);
            assertThat(study.history().trial(0)).isEqualTo(told).isEqualTo(trial.record());
        }
    }

    @Test
    void trialKnowsItsLastStep() throws Exception {
        only(spec, (point, trial) -> {
            assertThat(trial.step()).isEqualTo(OptionalLong.empty());
            trial.report(7, 1);
            assertThat(trial.step()).hasValue(7);
        });
    }

    private static void rise(Point point, Trial trial) {
        trial.report(1, 3);
        trial.report(2, Double.NaN);
        trial.report(3, 4);
        trial.report(4, 2);
    }

    private static Failure.Kind kind(TrialRecord trial) {
        return trial.failure().orElseThrow().kind();
    }

    private static TrialRecord only(StudySpec spec, Objective<Point> objective) throws InterruptedException {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec.withTrials(1))) {
            return study.optimize(objective).history().trial(0);
        }
    }

    /** What stops a trial from within. */
    enum Stop {
        PRUNE,
        INFEASIBLE,
        MISUSE;

        void on(Trial trial) {
            trial.report(1, 1);
            switch (this) {
                case PRUNE -> trial.prune("hopeless");
                case INFEASIBLE -> trial.infeasible("hopeless");
                case MISUSE -> trial.report(1, 1);
            }
        }
    }

    /** An exception that asks itself for its text and its cause. */
    private static final class Endless extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("InfiniteRecursion")
        public String getMessage() {
            return "caused by " + getMessage();
        }

        @Override
        @SuppressWarnings("InfiniteRecursion")
        public synchronized Throwable getCause() {
            return getCause();
        }
    }
}
