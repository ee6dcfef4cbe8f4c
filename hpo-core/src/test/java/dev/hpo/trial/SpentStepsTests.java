// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.Configuration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What trials have trained for, and what that is worth. */
class SpentStepsTests {

    private static final OptionalLong UNKNOWN = OptionalLong.empty();
    private static final OptionalLong NINE = OptionalLong.of(9);
    private static final Outcome COMPLETE = Outcome.Complete.of(1);

    private History history = History.empty();

    @Test
    void trial_hasTrainedForItsOwnSteps() {
        TrialRecord paused = end(begin(), paused(), 1, 3);
        TrialRecord promotion = end(promote(0), COMPLETE, 4, 9);

        assertThat(paused.trainedSteps()).isEqualTo(3);
        assertThat(promotion.observations()).hasSize(4);
        assertThat(promotion.trainedSteps()).isEqualTo(6);
        assertThat(spent(UNKNOWN)).isEqualTo(new SpentSteps(9, NINE, 1));
    }

    @Test
    void promotionThatHasReportedNothingYet_hasTrainedForNothing() {
        end(begin(), paused(), 1, 3);
        TrialRecord promotion = promote(0);

        assertThat(promotion.trainedSteps()).isZero();
        assertThat(spent(NINE).steps()).isEqualTo(3);
    }

    @Test
    void promotionThatBeganAnew_hasTrainedForAllItsSteps() {
        end(begin(), paused(), 1, 3);
        promote(0);
        TrialRecord anew = end(TrialRecord.running(history.trial(1).start()), COMPLETE, 1, 9);

        assertThat(anew.isBegunAnew()).isTrue();
        assertThat(anew.trainedSteps()).isEqualTo(9);
        assertThat(spent(UNKNOWN).steps()).isEqualTo(3 + 9);
    }

    @Test
    void stepsFromZero_countAsFarAsTheLastOneSays() {
        TrialRecord complete = end(begin(), COMPLETE, 0, 1, 29);
        TrialRecord paused = end(begin(), paused(), 0);
        TrialRecord promotion = end(promote(1), COMPLETE, 1, 29);

        assertThat(complete.trainedSteps()).isEqualTo(29);
        assertThat(paused.trainedSteps()).isZero();
        assertThat(promotion.trainedSteps()).isEqualTo(29);
        assertThat(spent(UNKNOWN).trainings()).isEqualTo((29 + 1 + 29) / 29.0);
    }

    @Test
    void trialThatEndsWithoutAReport_isAWholeTraining_orWhatWasLeftOfOne() {
        assertThat(begin().trainedSteps()).isZero();
        assertThat(spent(NINE).steps()).isZero();

        end(history.trial(0), failed(Failure.Kind.EXCEPTION));
        assertThat(spent(NINE).steps()).isEqualTo(9);
        end(begin(), COMPLETE);
        assertThat(spent(NINE).steps()).isEqualTo(18);
        end(begin(), paused(), 3);
        end(promote(2), failed(Failure.Kind.EXCEPTION));
        assertThat(spent(NINE).steps()).isEqualTo(27);
        end(begin(), failed(Failure.Kind.EXCEPTION), 0);
        assertThat(spent(NINE).steps()).isEqualTo(28);
    }

    @Test
    void trialsThatRun_haveSpentWhatIsSeenOfThem() {
        history = history.with(report(begin(), 1, 2));

        assertThat(spent(NINE).steps()).isEqualTo(2);
        assertThat(SpentSteps.of(history.asSeenBy(1, 4), NINE).steps()).isZero();
    }

    @Test
    void whatWasNeverRun_hasSpentNothing() {
        end(begin(), failed(Failure.Kind.REJECTED));
        end(begin(), failed(Failure.Kind.MOVED));
        history = history.with(new TrialRecord(
                begin().start(), Progress.NONE, new Outcome.Waiting(Optional.empty()), Optional.empty()));

        assertThat(spent(NINE)).isEqualTo(new SpentSteps(0, NINE, 0));
    }

    @Test
    void training_isTheLongestOfCompleteTrials_orTheOneThatIsGivenIfThatIsLonger() {
        end(begin(), new Outcome.Pruned("hopeless"), 20);
        assertThat(spent(UNKNOWN).training()).isEmpty();
        end(begin(), COMPLETE, 5);
        end(begin(), COMPLETE, 3);

        assertThat(spent(UNKNOWN).training()).hasValue(5);
        assertThat(spent(OptionalLong.of(4)).training()).hasValue(5);
        assertThat(spent(NINE).training()).hasValue(9);
    }

    @Test
    void whileTheTrainingIsUnknown_eachTrialIsOne() {
        end(begin(), failed(Failure.Kind.EXCEPTION), 4);
        end(begin(), COMPLETE, 0);
        end(begin(), failed(Failure.Kind.REJECTED));
        begin();

        SpentSteps spent = spent(UNKNOWN);
        assertThat(spent.training()).isEmpty();
        assertThat(spent.trainings()).isEqualTo(3);
        assertThat(spent.isWorth(3)).isTrue();
        assertThat(spent.isWorth(4)).isFalse();
    }

    @Test
    void worth_isExact_andNoNumberIsTooLarge() {
        assertThat(new SpentSteps(26, NINE, 0).isWorth(3)).isFalse();
        assertThat(new SpentSteps(27, NINE, 0).isWorth(3)).isTrue();
        OptionalLong huge = OptionalLong.of(Long.MAX_VALUE);
        assertThat(new SpentSteps(Long.MAX_VALUE - 1, huge, 0).isWorth(1)).isFalse();
        assertThat(new SpentSteps(Long.MAX_VALUE - 1, huge, 0).isWorth(3)).isFalse();
        end(begin(), COMPLETE, Long.MAX_VALUE);
        end(begin(), COMPLETE, Long.MAX_VALUE);
        assertThat(spent(UNKNOWN).steps()).isEqualTo(Long.MAX_VALUE);
        assertThat(spent(UNKNOWN).isWorth(Integer.MAX_VALUE)).isTrue();
    }

    private SpentSteps spent(OptionalLong given) {
        return SpentSteps.of(history, given);
    }

    private static Outcome failed(Failure.Kind kind) {
        return new Outcome.Failed(Failure.of(kind, "for a reason"));
    }

    private static Outcome paused() {
        return new Outcome.Pruned("for now", true);
    }

    private TrialRecord begin() {
        return begin(Origin.of(Origin.Source.SAMPLER));
    }

    private TrialRecord promote(int parent) {
        return begin(new Origin(Origin.Source.SAMPLER, OptionalInt.of(parent), Map.of()));
    }

    private TrialRecord begin(Origin origin) {
        TrialStart start =
                new TrialStart(history.size(), Configuration.builder().build(), 7, origin, Instant.EPOCH);
        TrialRecord begun = history.begun(start);
        history = history.with(begun);
        return begun;
    }

    private TrialRecord end(TrialRecord running, Outcome how, long... steps) {
        TrialRecord ended = report(running, steps).finished(how, Instant.EPOCH);
        history = history.with(ended);
        return ended;
    }

    private static TrialRecord report(TrialRecord running, long... steps) {
        TrialRecord reported = running;
        for (long step : steps) {
            reported = reported.with(reported.progress().with(new Observation(step, 1)));
        }
        return reported;
    }
}
