// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.CurvesPruner;
import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.CurvesSampler;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies that go on with paused trials by a model of their curves. */
@Timeout(240)
class CurvesStudyTests {

    private static final int TRAININGS = 12;

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void manyBegin_fewAreFinished_andTheBudgetIsThatOfTrainings() throws Exception {
        try (Study<Point> study = open(spec())) {
            History history = study.optimize(new SavedCourse()).history();

            assertThat(study.endReason()).hasValue("12 trainings' worth of steps are spent");
            assertThat(study.samplerDescription()).startsWith("curves (resuming), Gaussian process, ");
            assertThat(history.trial(0).state())
                    .as("tells how long a training is")
                    .isEqualTo(TrialState.COMPLETE);
            assertThat(history.counted()).isGreaterThan(2 * TRAININGS);
            assertThat(history.count(TrialState.COMPLETE)).isBetween(3, TRAININGS);
            assertThat(history.trials()).anyMatch(TrialRecord::isPromotion).noneMatch(TrialRecord::isBegunAnew);
            assertThat(history.trials().stream()
                            .mapToLong(TrialRecord::trainedSteps)
                            .sum())
                    .isBetween(TRAININGS * 9L, TRAININGS * 9L + 8);
            assertThat(history.last().stream()
                            .filter(trial -> trial.state() == TrialState.COMPLETE)
                            .map(trial -> trial.observations().size()))
                    .containsOnly(SavedCourse.STEPS);
        }
    }

    @ParameterizedTest
    @CsvSource({"SEQUENTIAL, 7", "ORDERED, 9"})
    void studyThatIsCutAnywhere_becomesTheSame(Mode mode, int every) throws Exception {
        new Cuts(folder, every).assertSame(spec().withMode(mode).withWindow(3).withThreads(1));
    }

    @Test
    void bodyThatSavesNothing_isStopped_andTrialsAreTrials() throws Exception {
        try (Study<Point> study = open(spec().withTrials(30))) {
            History history =
                    study.optimize((point, trial) -> train(point, trial, 1)).history();

            assertThat(study.endReason()).hasValue("all 30 trials are done");
            assertThat(study.samplerDescription()).startsWith("curves (stopping), auto: ");
            assertThat(history.trials()).noneMatch(TrialRecord::isPaused).noneMatch(TrialRecord::isPromotion);
            assertThat(history.count(TrialState.PRUNED)).isPositive();
        }
    }

    @Test
    void bodyThatSavesTooLate_isOneThatSavesNothing() throws Exception {
        try (Study<Point> study = open(spec().withTrials(6))) {
            History history = study.optimize((point, trial) -> {
                        train(point, trial, 1, 4);
                        Files.writeString(trial.checkpoint().resolve("state"), "late");
                        train(point, trial, 5, SavedCourse.STEPS);
                    })
                    .history();

            assertThat(history.counted()).isEqualTo(6);
            assertThat(history.trials()).noneMatch(TrialRecord::isPaused);
        }
    }

    /** It saves something, and cannot go on from it. */
    @Test
    void bodyThatBeginsAnew_isNotGoneOnWithAnyMore_andTheBudgetStaysThatOfTrainings() throws Exception {
        try (Study<Point> study = open(spec())) {
            History history = study.optimize((point, trial) -> {
                        Files.writeString(trial.checkpoint().resolve("state"), "of no use");
                        train(point, trial, 1);
                    })
                    .history();

            Optional<TrialRecord> anew =
                    history.trials().stream().filter(TrialRecord::isBegunAnew).findFirst();
            int number = anew.orElseThrow().number();
            assertThat(history.trials().subList(number + 1, history.size())).noneMatch(TrialRecord::isPromotion);
            assertThat(study.endReason()).hasValue("12 trainings' worth of steps are spent");
            assertThat(study.samplerDescription()).startsWith("curves (stopping), auto: ");
        }
    }

    @Test
    void withoutAPruner_nothingIsPaused_andTrainingsAreTrials() throws Exception {
        try (Study<Point> study = open(spec().withPruner(judged -> Verdict.KEEP))) {
            History history = study.optimize(new SavedCourse()).history();

            assertThat(history.counted()).isEqualTo(TRAININGS);
            assertThat(history.count(TrialState.COMPLETE)).isEqualTo(TRAININGS);
        }
    }

    private static void train(Point point, Trial trial, int first) throws IOException {
        train(point, trial, first, SavedCourse.STEPS);
    }

    private static void train(Point point, Trial trial, int first, int last) throws IOException {
        for (int step = first; step <= last; step++) {
            trial.report(step, point.distance() + 4.0 / step);
        }
    }

    private static StudySpec spec() {
        return StudySpec.minimize("points", "distance")
                .withSeed(7)
                .withTrials(TRAININGS)
                .withSampler(new CurvesSampler())
                .withPruner(new CurvesPruner());
    }

    private static Study<Point> open(StudySpec spec) {
        return Study.open(PointSpace.SPACE, spec);
    }
}
