// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.trial.Aim;
import dev.hpo.trial.Budget;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels are at steps 1, 3, 9 and 27. */
class ResumptionTests {

    private static final Aim DOWN = Aim.last(Direction.MINIMIZE);

    private final MadeCurves made = new MadeCurves(DOWN);

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "'', false"})
    void studyIsResuming_onceItsFirstCompleteTrialHadSavedSomethingAtItsFirstLook(String saved, boolean isResuming) {
        assertThat(course()).isEmpty();
        made.add(complete(point(0), saved));
        assertThat(course().isPresent()).isEqualTo(isResuming);
        made.add(complete(point(1), "1"));
        assertThat(course().isPresent()).as("the second").isEqualTo(isResuming);
    }

    @Test
    void studyIsNoneAnyMore_onceAPromotionHasBegunAnew() {
        made.add(complete(point(0), "1"));
        made.add(paused(point(1), 3));
        TrialRecord promotion = promotion(1);
        made.add(promotion.with(promotion.progress().from(1).with(new Observation(1, 1))));
        assertThat(course()).isEmpty();
    }

    @Test
    void stepsAreCountedOnce_whoeverHasTakenThem() {
        made.add(complete(point(0), "1"));
        made.add(paused(point(1), 3));
        TrialRecord promotion = promotion(1);
        made.add(promotion
                .with(promotion.progress().with(new Observation(9, 1)))
                .finished(new Outcome.Pruned("later", true), Instant.EPOCH));
        Resumption course = course().orElseThrow();
        assertThat(course.left()).isEqualTo(50 * 27 - 27 - 9);
        assertThat(course.waiting(2)).containsExactly(made.history().trial(2));
        assertThat(course.waiting(1)).isEmpty();
        assertThat(course.rest(made.history().trial(2))).isEqualTo(18);
        assertThat(course.stretch(made.history().trial(2))).isEqualTo(18);
    }

    @Test
    void trialThatRuns_isCountedAtTheLevelThatItGoesTo() {
        made.add(complete(point(0), "1"));
        made.add(paused(point(1), 1));
        made.add(made.running(point(2)));
        made.add(promotion(1));
        Resumption course = course().orElseThrow();
        assertThat(IntStream.range(0, 4).mapToLong(course::begun)).containsExactly(3L, 2L, 1L, 1L);
    }

    @Test
    void budgetIsThatOfTrainings_orThatOfTrials_orNone() {
        made.add(complete(point(0), "1"));
        assertThat(course(new Budget(50, 1)).left()).isEqualTo(49 * 27);
        assertThat(course(new Budget(50, 1, OptionalInt.of(3), OptionalLong.empty()))
                        .left())
                .isEqualTo(2 * 27);
        assertThat(course(new Budget(Integer.MAX_VALUE, 1)).left()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void manyBegin_untilEightTrainingsAreSpent() {
        made.add(complete(point(0), "1"));
        for (int trial = 1; trial < 8; trial++) {
            assertThat(course().orElseThrow().isExploring())
                    .as("after " + trial)
                    .isTrue();
            assertThat(course().orElseThrow().beginning()).isEqualTo(1);
            made.add(complete(point(trial), "1"));
        }
        assertThat(course().orElseThrow().isExploring()).isFalse();
        assertThat(course().orElseThrow().beginning()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"1 2 3 4, true", "4 3 2 1, false", "3 4 1 2, false", "1 3 2 4, true"})
    void manyBegin_whileTrialsKeepTheirOrder(String losses, boolean areInOrder) {
        made.add(complete(point(0), "1"));
        String[] all = losses.split(" ", -1);
        for (int trial = 0; trial < all.length; trial++) {
            Progress progress = Progress.NONE
                    .with(new Observation(1, 10 + trial))
                    .with(new Observation(3, 10 + trial))
                    .with(new Observation(9, 10 + Double.parseDouble(all[trial])));
            TrialRecord trialRecord = made.running(point(trial + 1)).with(progress);
            made.add(trialRecord.finished(new Outcome.Pruned("later", true), Instant.EPOCH));
        }
        assertThat(course().orElseThrow().isExploring()).isEqualTo(areInOrder);
        assertThat(course().orElseThrow().needsEnds(4)).isEqualTo(!areInOrder);
    }

    private Optional<Resumption> course() {
        return new CurveModels().resumption(made.table().encoding().space(), made.history(), made.facts());
    }

    private Resumption course(Budget budget) {
        StudyFacts facts = new StudyFacts("made", DOWN, 1, budget, List.of());
        return new CurveModels()
                .resumption(made.table().encoding().space(), made.history(), facts)
                .orElseThrow();
    }

    private static double[] point(int number) {
        return MadeCurves.others().get(number);
    }

    private TrialRecord complete(double[] point, String saved) {
        TrialRecord trial = made.running(point, MadeCurves.END);
        TrialRecord saving =
                saved.isEmpty() ? trial : trial.with(trial.progress().withAttribute(TrialRecord.SAVED, saved));
        return saving.finished(
                Outcome.Complete.of(trial.lastObservation().orElseThrow().value()), Instant.EPOCH);
    }

    private TrialRecord paused(double[] point, int steps) {
        return made.running(point, steps).finished(new Outcome.Pruned("later", true), Instant.EPOCH);
    }

    private TrialRecord promotion(int parent) {
        History history = made.history();
        Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.of(parent), Map.of());
        TrialStart start =
                new TrialStart(history.size(), history.trial(parent).configuration(), 0, origin, Instant.EPOCH);
        return history.begun(start);
    }
}
