// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.trial.Failure;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyEndTests {

    private final StudySpec spec =
            StudySpec.minimize("points", "distance").withSampler(new OnePoint()).withTrials(20);

    @Test
    void prunedAndFailedTrialsCountTowardsTheBudget() throws Exception {
        StudyResult<Point> result = optimize(spec, (point, trial) -> {
            if (trial.number() % 3 == 0) {
                trial.prune();
            }
            if (trial.number() % 3 == 1) {
                trial.infeasible("too large");
            }
            trial.report(1);
        });

        assertThat(result.history().size()).isEqualTo(20);
        assertThat(result.endReason()).isEqualTo("all 20 trials are done");
    }

    @Test
    void timeoutStartsNoNewTrial() throws Exception {
        AtomicLong nanos = new AtomicLong();
        StudySpec timed = spec.withTicker(nanos::get).withTimeout(Duration.ofSeconds(90));
        StudyResult<Point> result = optimize(timed, (point, trial) -> {
            nanos.addAndGet(40_000_000_000L);
            trial.report(1);
        });

        assertThat(result.history().count(TrialState.COMPLETE)).isEqualTo(3);
        assertThat(result.history().trial(2).duration()).contains(Duration.ofSeconds(40));
        assertThat(result.endReason()).isEqualTo("the time of 1m30s is over");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void firstTrialIsStarted_howeverLongTheOpeningTook(Mode mode) throws Exception {
        AtomicLong nanos = new AtomicLong();
        StudySpec timed = spec.withMode(mode)
                .withTicker(() -> nanos.addAndGet(1_000_000_000L))
                .withTimeout(Duration.ofNanos(1));

        StudyResult<Point> result = optimize(timed, (point, trial) -> trial.report(1));

        assertThat(result.history().size()).isEqualTo(1);
        assertThat(result.endReason()).startsWith("the time of ");
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, 2})
    void clockThatIsSet_changesNoLimitAndNoDuration(long hours) throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-29T01:00:00Z"));
        AtomicLong nanos = new AtomicLong();
        StudySpec timed = spec.withClock(now::get).withTicker(nanos::get).withTimeout(Duration.ofSeconds(90));
        StudyResult<Point> result = optimize(timed, (point, trial) -> {
            now.updateAndGet(time -> time.plus(Duration.ofHours(hours)));
            nanos.addAndGet(40_000_000_000L);
            trial.report(1);
        });

        assertThat(result.history().size()).isEqualTo(3);
        assertThat(result.history().trials())
                .allSatisfy(trial -> assertThat(trial.duration()).contains(Duration.ofSeconds(40)));
        assertThat(result.history().trial(1).start().startedAt())
                .isEqualTo(Instant.parse("2026-03-29T01:00:00Z").plus(Duration.ofHours(hours)));
    }

    @Test
    void timeoutBeyondAllTimeIsNever() throws Exception {
        StudySpec endless = spec.withTimeout(Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(optimize(endless, (point, trial) -> trial.report(1)).endReason())
                .isEqualTo("all 20 trials are done");
    }

    @ParameterizedTest
    @EnumSource
    void patienceCountsTheTrialsSinceTheBest(Mode mode) throws Exception {
        double[] values = {9, 8, 8, 7, 7, Double.NaN, 7.5, 7, 1, 1, 1};
        StudySpec patient = spec.withPatience(4).withMode(mode).withWindow(1);
        StudyResult<Point> result = optimize(patient, (point, trial) -> trial.report(values[trial.number()]));

        assertThat(result.history().size()).isEqualTo(8);
        assertThat(result.endReason()).isEqualTo("no better value in 4 trials");
        assertThat(result.best().orElseThrow().trial().number()).isEqualTo(3);
    }

    @Test
    void patienceOfTheOrderedModeCountsWhatIsAWindowBehind() throws Exception {
        double[] values = {9, 8, 8, 7, 7, 7, 7.5, 7, 7, 7, 7};
        StudySpec patient = spec.withPatience(4).withMode(Mode.ORDERED).withWindow(3);

        assertThat(optimize(patient, (point, trial) -> trial.report(values[trial.number()]))
                        .history()
                        .size())
                .isEqualTo(10);
    }

    @Test
    void exhaustedSamplerEndsTheStudyAndSaysWhy() throws Exception {
        StudySpec short3 = spec.withSampler(sampler(ask -> ask.number() < 3
                ? new OnePoint().propose(ask)
                : new Proposal.Exhausted("all 3 points have been tried")));
        StudyResult<Point> result = optimize(short3, (point, trial) -> trial.report(1));

        assertThat(result.history().size()).isEqualTo(3);
        assertThat(result.endReason()).isEqualTo("all 3 points have been tried");
    }

    @Test
    void studyCanBeEndedBeforeItsTime() throws Exception {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            Trial first = study.ask().orElseThrow().trial();
            study.end("the first failure ends it");
            study.end("a second reason");
            first.report(1);

            assertThat(study.tell(first).state()).isEqualTo(TrialState.COMPLETE);
            assertThat(study.ask()).isEmpty();
            assertThat(study.endReason()).contains("the first failure ends it");
        }
    }

    @Test
    void closedStudyLetsGoOfWhatStillRuns() throws Exception {
        Study<Point> study = Study.open(PointSpace.SPACE, spec);
        Trial told = study.ask().orElseThrow().trial();
        told.report(1);
        study.tell(told);
        Trial running = study.ask().orElseThrow().trial();
        running.report(1, 5);
        study.close();
        study.close();

        TrialRecord left = study.history().trial(1);
        assertThat(left.state()).isEqualTo(TrialState.RUNNING);
        assertThat(left.observations()).hasSize(1);
        assertThat(study.tell(running)).isEqualTo(left);
        assertThatThrownBy(() -> running.report(2, 5))
                .isInstanceOf(TrialMisuseException.class)
                .hasMessageContaining("its study was closed");
        assertThat(study.history().trial(0).state()).isEqualTo(TrialState.COMPLETE);
        assertThat(study.ask()).isEmpty();
        assertThat(spec.storage().trials(spec.storage().runs("points").get(0).id(), PointSpace.SPACE))
                .isEqualTo(study.history().trials());
    }

    @Test
    void manyRejectionsInARowNameTheTypeAndItsReason() throws Exception {
        StudySpec corner =
                spec.withMaxRejections(100).withSampler(sampler(ask -> Proposal.Try.of(corner(ask.space()))));
        try (Study<Point> study = Study.open(PointSpace.SPACE, corner)) {
            study.enqueue(new Point(0, 0, 1));
            assertThatThrownBy(() -> study.optimize((point, trial) -> trial.report(1)))
                    .isInstanceOf(StudyException.class)
                    .hasMessage(
                            "Point rejected 100 configurations in a row, the last one with: x (1.0) and y (1.0) must not"
                                    + " both be above 0.5; narrow the domains of its parameters, or accept more in its constructor");
            assertThatThrownBy(study::ask).hasMessageStartingWith("Point rejected 100");
            assertThat(study.history().counted()).isEqualTo(2);
            assertThat(study.history().rejected()).isEqualTo(100);
            assertThat(study.history().trial(2).failure().orElseThrow())
                    .isEqualTo(Failure.of(Failure.Kind.REJECTED, "x (1.0) and y (1.0) must not both be above 0.5"));
        }
    }

    @Test
    void rejectionsBetweenTrialsAreNotCounted() throws Exception {
        StudySpec alternating = spec.withMaxRejections(3)
                .withSampler(sampler(ask ->
                        ask.number() % 3 == 0 ? new OnePoint().propose(ask) : Proposal.Try.of(corner(ask.space()))));
        StudyResult<Point> result = optimize(alternating, (point, trial) -> trial.report(trial.number()));

        assertThat(result.history().counted()).isEqualTo(20);
        assertThat(result.history().rejected()).isEqualTo(38);
        assertThat(result.best().orElseThrow().trial().number()).isZero();
    }

    @Test
    void enumerationMayBeRejectedWithoutLimit() throws Exception {
        StudySpec listed = spec.withMaxRejections(3).withSampler(new Corners(200));
        StudyResult<Point> result = optimize(listed, (point, trial) -> trial.report(1));

        assertThat(result.history().rejected()).isEqualTo(200);
        assertThat(result.endReason()).isEqualTo("all corners");
    }

    private static Configuration corner(Space<?> space) {
        return space.choose(parameter -> parameter.domain().fromUnit(1));
    }

    private static Sampler sampler(Function<Ask, Proposal> function) {
        return new Sampler() {
            @Override
            public Proposal propose(Ask ask) {
                return function.apply(ask);
            }

            @Override
            public String describe(Space<?> space, StudyFacts facts) {
                return "by hand";
            }
        };
    }

    private static StudyResult<Point> optimize(StudySpec spec, Objective<Point> objective) throws InterruptedException {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            return study.optimize(objective);
        }
    }

    private record Corners(int count) implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            return ask.number() <= count ? Proposal.Try.of(corner(ask.space())) : new Proposal.Exhausted("all corners");
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return count + " corners";
        }

        @Override
        public boolean isEnumeration() {
            return true;
        }
    }
}
