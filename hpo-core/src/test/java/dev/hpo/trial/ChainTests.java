// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.Configuration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials that go on with one another. */
class ChainTests {

    private static final Configuration NOTHING = Configuration.builder().build();

    @Test
    void chainOfThree_isOneTrial() {
        History history = History.empty()
                .with(paused(TrialRecord.running(start(0, OptionalInt.empty())), 1))
                .with(TrialRecord.running(start(1, OptionalInt.empty())));
        history = history.with(paused(history.begun(start(2, OptionalInt.of(0))), 3));
        history = history.with(history.begun(start(3, OptionalInt.of(2))));

        assertThat(history.chain(3)).extracting(TrialRecord::number).containsExactly(0, 2, 3);
        assertThat(history.last()).extracting(TrialRecord::number).containsExactly(1, 3);
        assertThat(history.paused()).isEmpty();
        assertThat(history.pauses()).isEqualTo(2);
        assertThat(history.promotion(0)).contains(history.trial(2));
        assertThat(history.promotion(3)).isEmpty();
        assertThat(history.trial(3).progress().inherited()).isEqualTo(2);
        assertThat(history.counted()).isEqualTo(2);
        assertThat(history.ended()).isEqualTo(1);
    }

    @Test
    void viewOfTheBeginning_knowsNoLaterPromotion() {
        History history = History.empty().with(paused(TrialRecord.running(start(0, OptionalInt.empty())), 1));
        history = history.with(history.begun(start(1, OptionalInt.of(0))));

        History before = history.asSeenBy(1, 1);
        assertThat(before.paused()).containsExactly(history.trial(0));
        History other = before.with(TrialRecord.running(start(1, OptionalInt.empty())));
        assertThat(other.paused()).containsExactly(history.trial(0));
        assertThat(other.counted()).isEqualTo(2);
    }

    /** As of a file that somebody has changed. */
    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, 1, 2, Integer.MAX_VALUE})
    void parentThatCannotBe_isNone(int parent) {
        History history = History.empty().with(TrialRecord.running(start(0, OptionalInt.empty())));
        history = history.with(history.begun(start(1, OptionalInt.of(parent))));

        assertThat(history.chain(1)).hasSize(1);
        assertThat(history.last()).hasSize(2);
        assertThat(history.asSeenBy(2, 2).chain(1)).hasSize(1);
    }

    private static TrialStart start(int number, OptionalInt parent) {
        return new TrialStart(number, NOTHING, 7, new Origin(Origin.Source.SAMPLER, parent, Map.of()), Instant.EPOCH);
    }

    private static TrialRecord paused(TrialRecord trial, long step) {
        return trial.with(trial.progress().with(new Observation(step, 1)))
                .finished(new Outcome.Pruned("for now", true), Instant.EPOCH);
    }
}
