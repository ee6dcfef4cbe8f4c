// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.storage.RunStore;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The part of the contract that is about paused trials, and those that go on with them. */
abstract class PromotionContract extends CompanyContract {

    private static final Instant END = Instant.parse("2026-02-03T04:05:07Z");

    @Test
    final void pausedTrialIsGivenBackAsSuch() {
        RunStore run = begin(open());
        TrialRecord paused = paused(0);
        keep(run, paused);

        assertThat(trials(run)).containsExactly(paused);
        assertThat(trials(run).get(0).isPaused()).isTrue();
    }

    @Test
    final void promotionBeginsWithWhatItInherits() {
        RunStore run = begin(open());
        TrialRecord paused = paused(0);
        keep(run, paused);
        TrialRecord promoted = promotion(1, paused);

        assertThat(run.begin(promoted)).isTrue();
        assertThat(trials(run)).containsExactly(paused, promoted);

        Progress further = promoted.progress().with(new Observation(9, 0.25)).with(new Observation(10, Double.NaN));
        assertThat(run.report(promoted.key(), further)).isTrue();
        TrialRecord end = promoted.with(further).finished(Outcome.Complete.of(0.25), END);
        assertThat(run.end(end)).isTrue();
        assertThat(trials(run)).containsExactly(paused, end);
    }

    @Test
    final void promotionThatBeginsAnewHasInheritedNothing() {
        RunStore run = begin(open());
        keep(run, paused(0));
        TrialRecord promoted = promotion(1, paused(0));
        run.begin(promoted);
        Progress anew = promoted.progress().from(1).with(new Observation(1, 0.75));
        run.report(promoted.key(), anew);
        TrialRecord end = promoted.with(anew.with(new Observation(2, 0.5))).finished(Outcome.Complete.of(0.5), END);

        assertThat(run.end(end)).isTrue();

        assertThat(trials(run).get(1)).isEqualTo(end);
        assertThat(trials(run).get(1).isBegunAnew()).isTrue();
    }

    @Test
    final void lostPromotionIsTriedAgainFromWhereItBegan() {
        RunStore run = begin(open());
        keep(run, paused(0));
        TrialRecord promoted = promotion(1, paused(0));
        run.begin(promoted);
        run.report(promoted.key(), promoted.progress().from(1).with(new Observation(1, 0.75)));
        TrialRecord second =
                TrialRecord.promoted(promoted.start().again(promoted.start().startedAt()), paused(0));

        assertThat(run.begin(second)).isTrue();

        assertThat(trials(run).get(1)).isEqualTo(second);
        assertThat(trials(run).get(1).progress().inherited()).isEqualTo(2);
        TrialRecord end =
                second.with(second.progress().with(new Observation(9, 1))).finished(Outcome.Complete.of(1), END);
        assertThat(run.end(end)).isTrue();
        assertThat(trials(run).get(1)).isEqualTo(end);
    }

    @Test
    final void laterAttemptThatGoesOnKeepsWhatTheOneBeforeHadReported() {
        RunStore run = begin(open());
        TrialRecord first = running(0);
        run.begin(first);
        Progress reported = Progress.NONE.with(new Observation(1, 0.5)).with(new Observation(2, 0.25));
        run.report(first.key(), reported);
        TrialRecord second = again(first).with(reported);

        assertThat(run.begin(second)).isTrue();
        assertThat(trials(run)).containsExactly(second);

        TrialRecord end = second.with(reported.with(new Observation(3, 1))).finished(Outcome.Complete.of(1), END);
        assertThat(run.end(end)).isTrue();
        assertThat(trials(run)).containsExactly(end);
    }

    @Test
    final void promotionTakesNoPlaceInTheBudget() {
        RunStore run = begin(open());
        for (int number = 0; number < 2; number++) {
            assertThat(run.begin(running(number), OptionalInt.empty(), 2)).isTrue();
            run.end(running(number)
                    .with(paused(number).progress())
                    .finished(paused(number).outcome(), END));
        }

        assertThat(run.begin(promotion(2, paused(1)), OptionalInt.empty(), 2)).isTrue();
        assertThat(run.begin(running(3), OptionalInt.empty(), 2)).isFalse();
        assertThat(run.begin(running(3), OptionalInt.empty(), 3)).isTrue();
        assertThat(run.begin(promotion(4, paused(0)), OptionalInt.empty(), 3)).isTrue();
    }

    @Test
    final void forkBeginsWithWhatItInherits_andIsATrialOfItsOwn() {
        RunStore run = begin(open());
        TrialRecord complete = complete(0);
        keep(run, complete);
        TrialRecord fork = fork(1, complete);

        assertThat(run.begin(fork, OptionalInt.empty(), 1)).isFalse();
        assertThat(run.begin(fork, OptionalInt.empty(), 2)).isTrue();
        assertThat(trials(run)).containsExactly(complete, fork);
        assertThat(trials(run).get(1).isFork()).isTrue();

        TrialRecord end =
                fork.with(fork.progress().with(new Observation(9, 0.25))).finished(Outcome.Complete.of(0.25), END);
        assertThat(run.end(end)).isTrue();
        assertThat(trials(run)).containsExactly(complete, end);
    }

    @Test
    final void lostForkIsTriedAgainFromWhereItBegan() {
        RunStore run = begin(open());
        keep(run, complete(0));
        TrialRecord fork = fork(1, complete(0));
        run.begin(fork);
        run.report(fork.key(), fork.progress().with(new Observation(9, 0.75)));
        TrialRecord second =
                TrialRecord.promoted(fork.start().again(fork.start().startedAt()), complete(0));

        assertThat(run.begin(second)).isTrue();

        assertThat(trials(run).get(1)).isEqualTo(second);
        assertThat(trials(run).get(1).progress().inherited()).isEqualTo(2);
    }

    @Test
    final void oneOfTwoPromotesATrial() {
        RunStore one = begin(open());
        keep(one, paused(0));
        RunStore other = open().join(one.header().id(), StoredConfigSpace.SPACE);

        List<Boolean> begun = AtOnce.map(List.of(one, other), store -> store.begin(promotion(1, paused(0))));

        assertThat(begun).containsExactlyInAnyOrder(true, false);
        assertThat(trials(one)).hasSize(2);
    }

    private static TrialRecord paused(int number) {
        return running(number)
                .with(Progress.NONE.with(new Observation(1, 0.5)).with(new Observation(3, 0.125 * number)))
                .finished(new Outcome.Pruned("for now", true), END);
    }

    private static TrialRecord complete(int number) {
        return running(number).with(paused(number).progress()).finished(Outcome.Complete.of(0.5), END);
    }

    private static TrialRecord fork(int number, TrialRecord from) {
        Origin origin = new Origin(
                Origin.Source.SAMPLER, OptionalInt.empty(), OptionalInt.of(from.number()), Map.of("generation", "1"));
        TrialStart start = new TrialStart(
                number, running(number).configuration(), 7, origin, from.start().startedAt());
        return TrialRecord.promoted(start, from);
    }

    private static TrialRecord promotion(int number, TrialRecord parent) {
        TrialStart start = new TrialStart(
                number,
                parent.configuration(),
                parent.start().seed(),
                new Origin(Origin.Source.SAMPLER, OptionalInt.of(parent.number()), Map.of("level", "2")),
                parent.start().startedAt());
        return TrialRecord.promoted(start, parent);
    }
}
