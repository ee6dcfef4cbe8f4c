// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.trial.Budget;
import dev.hpo.trial.History;
import dev.hpo.trial.SpentSteps;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Studies that may spend so many full trainings' worth of steps. */
@Timeout(120)
class TrainingsTests {

    private static final int STEPS = SavedCourse.STEPS;

    @Test
    void anyNumberOfTrialsBegins_untilTheStepsAreSpent() throws Exception {
        try (Study<Point> study = open(quota().withTrainings(10))) {
            StudyResult<Point> result = study.optimize(new SavedCourse());
            History history = result.history();

            assertThat(history.counted()).isGreaterThan(20);
            assertThat(history.count(TrialState.COMPLETE)).isBetween(1, 9);
            assertThat(spentSteps(history)).isBetween(10L * STEPS, 11L * STEPS - 1);
            assertThat(result.endReason()).isEqualTo("10 trainings' worth of steps are spent");
            assertThat(history.paused()).isNotEmpty();
            assertThat(study.budget()).isEqualTo(new Budget(10, 1, OptionalInt.of(10), OptionalLong.empty()));
        }
    }

    @Test
    void numberOfTrials_isOneOfTrainings_whereTheSamplerSpendsSteps() throws Exception {
        StudySpec spec = quota().withTrials(10);
        List<Object> ofSteps = trials(spec.withSampler(Quota.ofSteps()));
        try (Study<Point> study = open(spec.withSampler(Quota.ofSteps()))) {
            assertThat(study.budget().trainings()).isEmpty();
            StudyResult<Point> result = study.optimize(new SavedCourse());

            assertThat(Course.facts(result.history().trials())).isEqualTo(ofSteps);
            assertThat(spentSteps(result.history())).isBetween(10L * STEPS, 11L * STEPS - 1);
            assertThat(result.endReason()).isEqualTo("10 trainings' worth of steps are spent");
            assertThat(study.budget().trainings()).hasValue(10);
        }
        try (Study<Point> study = open(spec)) {
            assertThat(study.optimize(new SavedCourse()).history().counted()).isEqualTo(10);
            assertThat(study.budget().trainings()).isEmpty();
        }
    }

    /** One that cannot go on with paused trials has nothing to spend steps for. */
    @Test
    void samplerThatDoesNotPromote_isNotAsked() throws Exception {
        try (Study<Point> study = open(spec().withTrials(3).withSampler(new Spender(false, false)))) {
            StudyResult<Point> result = study.optimize((point, trial) -> trial.report(1, 1));

            assertThat(result.history().counted()).isEqualTo(3);
            assertThat(result.endReason()).isEqualTo("all 3 trials are done");
        }
    }

    @Test
    void samplerThatFailsToSaySo_isAtFault_andCostsNoReport() throws Exception {
        try (Study<Point> study = open(spec().withTrials(3).withSampler(new Spender(true, true)))) {
            assertThatThrownBy(study::ask)
                    .isInstanceOf(StudyException.class)
                    .hasMessageContaining("Spender failed to say whether it spends steps")
                    .hasMessageContaining("no idea");
            assertThat(study.budget().trials()).isEqualTo(3);
        }
    }

    @Test
    void trialsThatAreStoppedEarly_leaveTheirStepsToOthers() throws Exception {
        StudySpec spec = spec().withTrainings(3)
                .withPruner(judged -> judged.trial().number() == 0
                                || judged.trial()
                                                .lastObservation()
                                                .orElseThrow()
                                                .step()
                                        < 2
                        ? Verdict.KEEP
                        : new Verdict.Stop("enough"));
        try (Study<Point> study = open(spec)) {
            History history = study.optimize(new SavedCourse()).history();

            assertThat(history.count(TrialState.COMPLETE)).isEqualTo(1);
            assertThat(history.count(TrialState.PRUNED)).isEqualTo(STEPS);
        }
    }

    @Test
    void wholeTrainings_areAsManyTrials() throws Exception {
        for (StudySpec spec : List.of(spec(), spec().withSteps(STEPS), spec().withSteps(1))) {
            try (Study<Point> study = open(spec.withTrainings(4))) {
                assertThat(study.optimize(new SavedCourse()).history().counted())
                        .isEqualTo(4);
            }
        }
    }

    /** A longer training than was given makes that the length, and so there is more to spend, not less. */
    @Test
    void stepBeyondTheGivenLength_isTheLength() throws Exception {
        try (Study<Point> study = open(spec().withTrainings(3).withSteps(5))) {
            History history = study.optimize((point, trial) -> {
                        trial.report(trial.number() == 1 ? 10 : 5, 1);
                    })
                    .history();

            assertThat(history.counted()).isEqualTo(5);
            assertThat(SpentSteps.of(history, OptionalLong.of(5)).training()).hasValue(10);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void trialsThatReportNoStep_areATrainingEach(boolean isLengthGiven) throws Exception {
        StudySpec spec = spec().withTrainings(3);
        try (Study<Point> study = open(isLengthGiven ? spec.withSteps(30) : spec)) {
            StudyResult<Point> result = study.optimize((point, trial) -> trial.report(1));

            assertThat(result.history().counted()).isEqualTo(3);
            assertThat(result.endReason())
                    .isEqualTo(
                            isLengthGiven
                                    ? "3 trainings' worth of steps are spent"
                                    : "all 3 trials are done, each taken as a training, as no complete one has reported a step above 0");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void bodyThatAlwaysFails_endsTheStudy(long reported) throws Exception {
        try (Study<Point> study = open(spec().withTrainings(2).withSteps(4))) {
            History history = study.optimize((point, trial) -> {
                        if (reported >= 0) {
                            trial.report(reported, 1);
                        }
                        throw new IllegalStateException(trial.number() % 2 == 0 ? "no data" : "no room");
                    })
                    .history();

            assertThat(history.counted()).isEqualTo(reported < 0 ? 2 : 8);
        }
    }

    /** Nothing else would ever be complete: while no training is known, those that are paused go on after the last start. */
    @Test
    void whileNoTrainingIsKnown_pausedTrialsGoOn() throws Exception {
        try (Study<Point> study = open(quota().withTrainings(9))) {
            StudyResult<Point> result = study.optimize(new SavedCourse());

            assertThat(result.history().trials().stream()
                            .filter(TrialRecord::isPromotion)
                            .mapToInt(TrialRecord::number)
                            .min())
                    .isPresent();
            assertThat(result.history().count(TrialState.COMPLETE)).isPositive();
            assertThat(result.endReason()).isEqualTo("9 trainings' worth of steps are spent");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"ORDERED", "CONCURRENT", "JOINED"})
    void trialsAtOnce_spendAsMuch_andAreEndedByNobody(Mode mode) throws Exception {
        StudySpec spec =
                quota().withTrainings(10).withSteps(STEPS).withMode(mode).withThreads(4);
        try (Study<Point> study = open(spec)) {
            StudyResult<Point> result = study.optimize(new SavedCourse());

            assertThat(spentSteps(result.history())).isBetween(10L * STEPS, (10L + 4) * STEPS - 1);
            assertThat(result.history().in(TrialState.RUNNING)).isEmpty();
            assertThat(result.endReason()).isEqualTo("10 trainings' worth of steps are spent");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void orderedStudy_isTheSameOnAnyNumberOfThreads(boolean isLengthGiven) throws Exception {
        StudySpec spec = quota().withTrainings(6).withMode(Mode.ORDERED);
        StudySpec ordered = isLengthGiven ? spec.withSteps(STEPS) : spec;
        List<Object> alone = trials(ordered);

        assertThat(trials(ordered.withThreads(2))).isEqualTo(alone);
        assertThat(trials(ordered.withThreads(4))).isEqualTo(alone);
        assertThat(alone).hasSizeGreaterThan(6);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"SEQUENTIAL", "ORDERED"})
    void studyThatIsCutAnywhere_becomesTheSame(Mode mode, @TempDir Path folder) throws Exception {
        StudySpec spec = quota().withMode(mode).withWindow(3);

        new Cuts(folder.resolve("given"), 3).assertSame(spec.withTrainings(3).withSteps(STEPS));
        new Cuts(folder.resolve("learned"), 10).assertSame(spec.withTrainings(9));
        new Cuts(folder.resolve("by the sampler"), 10)
                .assertSame(spec.withTrials(9).withSampler(Quota.ofSteps()));
    }

    @Test
    void otherTrainingsOrSteps_areAnotherCourse() {
        StudySpec spec =
                spec().withStorage(new InMemoryStorage()).withTrainings(3).withSteps(9);
        open(spec).close();

        assertThat(Continuation.of(PointSpace.SPACE, spec).orElseThrow().isSame())
                .isTrue();
        assertThat(differences(spec.withTrainings(4))).containsExactly("trainings (4) was 3");
        assertThat(differences(spec.withSteps(10))).containsExactly("steps (10) was 9");
        assertThat(differences(spec.withTrials(3))).containsExactly("trainings (none) was 3");
    }

    private static List<String> differences(StudySpec spec) {
        return Continuation.of(PointSpace.SPACE, spec).orElseThrow().differences();
    }

    /** A run of which more trials have begun than it may have trainings is not one that has had more than that. */
    @Test
    void runThatSpendsSteps_hasEndedAsManyTrainings() throws Exception {
        StudySpec spec = quota().withSampler(Quota.ofSteps())
                .withStorage(new InMemoryStorage())
                .withTrials(10);
        try (Study<Point> study = open(spec)) {
            study.optimize(new SavedCourse());
            assertThat(study.history().ended()).isGreaterThan(20);
        }

        Continuation left = Continuation.of(PointSpace.SPACE, spec).orElseThrow();
        assertThat(left.ended()).isEqualTo(10);
        assertThat(left.trials()).hasValue(10);
        assertThat(left.done()).contains("10 trainings' worth of steps are spent");
        assertThat(Continuation.of(PointSpace.SPACE, spec.withTrials(12))
                        .orElseThrow()
                        .done())
                .isEmpty();
    }

    @Test
    void whatIsSaidLast_isTheBudget() {
        StudySpec spec = spec().withSteps(30);

        assertThat(spec.withTrainings(20).budget())
                .isEqualTo(new Budget(20, 1, OptionalInt.of(20), OptionalLong.of(30)));
        assertThat(spec.withTrainings(20).withTrials(5).budget())
                .isEqualTo(new Budget(5, 1, OptionalInt.empty(), OptionalLong.of(30)));
        assertThat(spec.withTrials(5).withTrainings(20).withPatience(3).trials())
                .isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void budgetThatCannotBe_isRefused(int number) {
        assertThatThrownBy(() -> spec().withTrainings(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("StudySpec.trainings (" + number + ") must be at least 1");
        assertThatThrownBy(() -> spec().withSteps(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("StudySpec.steps (" + number + ") must be at least 1");
    }

    private static long spentSteps(History history) {
        return history.trials().stream().mapToLong(TrialRecord::trainedSteps).sum();
    }

    private static List<Object> trials(StudySpec spec) throws InterruptedException {
        try (Study<Point> study = open(spec)) {
            return Course.facts(study.optimize(new SavedCourse()).history().trials());
        }
    }

    private static StudySpec quota() {
        return spec().withSampler(new Quota()).withPruner(new Quota());
    }

    private static StudySpec spec() {
        return StudySpec.minimize("points", "distance").withSeed(7).withSampler(new RandomSampler());
    }

    private static Study<Point> open(StudySpec spec) {
        return Study.open(PointSpace.SPACE, spec);
    }
}
