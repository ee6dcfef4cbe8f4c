// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.space.Configuration;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunSeries;
import dev.hpo.storage.RunStore;
import dev.hpo.storage.Storage;
import dev.hpo.storage.StorageException;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StoredSpace;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of the contract that is about those who go on with a run: the storage is the arbiter between them. */
abstract class RunStoreContract {

    static final String STUDY = "dev.hpo.DigitsTuning.tune \u00b5";
    static final RunSeries SEARCHES = RunSeries.searches(STUDY);

    /** Returns a storage of one and the same place. */
    protected abstract Storage open();

    @Test
    final void onlyTheNextNumberBegins() {
        RunStore run = begin(open());
        RunStore beside = open().join(run.header().id(), StoredConfigSpace.SPACE);

        assertThat(run.begin(running(1))).isFalse();
        assertThat(run.begin(running(0))).isTrue();
        assertThat(beside.begin(running(0))).isFalse();
        assertThat(beside.begin(running(1))).isTrue();
        assertThat(run.begin(running(1))).isFalse();
        assertThat(run.begin(running(2))).isTrue();

        assertThat(trials(run)).containsExactly(running(0), running(1), running(2));
    }

    @Test
    final void endedTrialDoesNotChangeAndTheSameEndAgainIsNoError() {
        RunStore run = begin(open());
        TrialRecord complete = StoredTrials.complete(0);
        keep(run, complete);
        TrialRecord other = running(0).finished(new Outcome.Pruned("late"), Instant.EPOCH);

        for (RunStore store : List.of(run, open().join(run.header().id(), StoredConfigSpace.SPACE))) {
            assertThat(store.end(complete)).isTrue();
            assertThat(store.end(other)).isFalse();
            assertThat(store.report(complete.key(), Progress.NONE)).isFalse();
            assertThat(store.begin(again(running(0)))).isFalse();
        }
        assertThat(trials(run)).containsExactly(complete);
    }

    @Test
    final void laterAttemptBeginsWithoutObservationsAndTakesTheTrialFromTheEarlierOne() {
        RunStore dead = begin(open());
        RunStore run = open().join(dead.header().id(), StoredConfigSpace.SPACE);
        TrialRecord first = running(0);
        dead.begin(first);
        Progress reported = Progress.NONE.with(new Observation(1, 0.5)).with(new Observation(2, 0.25));
        assertThat(dead.report(first.key(), reported)).isTrue();
        TrialRecord second = again(first);

        assertThat(run.begin(second)).isTrue();

        assertThat(trials(run)).containsExactly(second);
        assertThat(dead.report(first.key(), reported.with(new Observation(3, 1))))
                .isFalse();
        assertThat(dead.end(first.with(reported).finished(Outcome.Complete.of(1), Instant.EPOCH)))
                .isFalse();
        TrialRecord end = second.with(Progress.NONE.with(new Observation(1, 0.75)))
                .finished(Outcome.Complete.of(0.75), Instant.parse("2026-02-03T04:05:07Z"));
        assertThat(run.end(end)).isTrue();
        assertThat(trials(run)).containsExactly(end);
    }

    @Test
    final void attemptsFollowOneAnother() {
        RunStore run = begin(open());
        TrialRecord first = running(0);
        TrialRecord third = again(again(first));
        assertThat(run.begin(again(first)))
                .as("a second attempt without a first")
                .isFalse();
        run.begin(first);

        assertThat(run.begin(third)).isFalse();
        assertThat(run.begin(again(first))).isTrue();
        assertThat(run.begin(again(first)))
                .as("the second attempt a second time")
                .isFalse();
        assertThat(run.begin(third)).isTrue();
        assertThat(trials(run)).containsExactly(third);
    }

    @Test
    final void attemptsAreLostUnlessWhoRanThemHasLetGo() {
        RunStore dead = begin(open());
        RunId id = dead.header().id();
        TrialRecord first = running(0);
        assertThat(dead.lost(0)).isZero();
        dead.begin(first);
        assertThat(dead.lost(0)).isZero();

        RunStore second = open().join(id, StoredConfigSpace.SPACE);
        assertThat(second.lost(0)).isEqualTo(1);
        second.begin(again(first));
        assertThat(second.lost(0)).as("its own attempt is not lost").isEqualTo(1);
        second.close();

        RunStore third = open().join(id, StoredConfigSpace.SPACE);
        assertThat(third.lost(0)).as("the second was interrupted").isEqualTo(1);
        third.begin(again(again(first)));

        RunStore fourth = open().join(id, StoredConfigSpace.SPACE);
        assertThat(fourth.lost(0)).isEqualTo(2);
        fourth.begin(again(again(again(first))));
        fourth.end(again(again(again(first))).finished(Outcome.Complete.of(1), Instant.EPOCH));
        assertThat(dead.lost(0)).as("what has ended is not lost").isEqualTo(2);
    }

    @Test
    final void runThatGoesOnOtherwiseSaysSo() {
        RunStore run = begin(open());
        RunHeader.Basis basis =
                new RunHeader.Basis(run.header().seed(), List.of("digits, run 1"), Map.of("sampler", "other"), "ffff");

        StoredSpace space = new StoredSpace(run.header().fingerprint(), Map.of("start", "another"));
        run.rebase(basis, space);

        assertThat(run.header().basis()).isEqualTo(basis);
        assertThat(run.header().space()).isEqualTo(space);
        assertThat(open().runs(STUDY)).extracting(record -> record.header()).containsExactly(run.header());
    }

    @Test
    final void laterAttemptAtAnotherConfigurationIsAnError() {
        RunStore run = begin(open());
        run.begin(running(0));
        TrialStart other = running(1).start();
        TrialStart wrong = new TrialStart(
                new TrialKey(0, 1), other.configuration(), other.seed(), other.origin(), other.startedAt());

        assertThatIllegalArgumentException().isThrownBy(() -> run.begin(TrialRecord.running(wrong)));
        assertThat(trials(run)).containsExactly(running(0));
    }

    @Test
    final void trialsAreAbandonedWhoseStoreIsClosed() {
        RunStore gone = begin(open());
        RunStore run = open().join(gone.header().id(), StoredConfigSpace.SPACE);
        gone.begin(running(0));
        run.begin(running(1));
        keep(gone, StoredTrials.complete(2));
        gone.begin(running(3));
        assertThat(run.abandoned()).isEmpty();

        gone.close();

        assertThat(run.abandoned()).containsExactly(running(0).key(), running(3).key());
        assertThat(run.begin(again(running(0)))).isTrue();
        assertThat(run.abandoned()).containsExactly(running(3).key());
        run.close();
        RunStore next =
                open().resume(gone.header().id(), StoredConfigSpace.SPACE).orElseThrow();
        assertThat(next.abandoned())
                .containsExactly(
                        again(running(0)).key(), running(1).key(), running(3).key());
    }

    @Test
    final void reportsAreThereAfterTheEnd() {
        RunStore run = begin(open());
        TrialRecord trial = running(0);
        run.begin(trial);
        Progress progress = Progress.NONE;
        for (int step = 0; step < 50; step++) {
            progress = progress.with(new Observation(step, 1.0 / (step + 1), List.of((double) step)));
            assertThat(run.report(trial.key(), progress)).isTrue();
        }
        TrialRecord end = trial.with(progress).finished(Outcome.Complete.of(1), Instant.EPOCH);

        assertThat(run.end(end)).isTrue();

        assertThat(trials(run)).containsExactly(end);
    }

    @Test
    final void changesAreWhatIsNewSinceTheyWereAskedForLast() {
        RunStore run = begin(open());
        keep(run, StoredTrials.complete(0));
        RunStore beside = open().join(run.header().id(), StoredConfigSpace.SPACE);
        assertThat(beside.changes()).containsExactly(StoredTrials.complete(0));
        assertThat(beside.changes()).isEmpty();

        run.begin(running(1));
        beside.begin(running(2));
        run.end(StoredTrials.complete(1));

        assertThat(beside.changes()).containsExactly(StoredTrials.complete(1), running(2));
        assertThat(beside.changes()).isEmpty();
    }

    @Test
    final void runIsHeldUntilItIsLetGo() {
        RunStore run = begin(open());
        RunId id = run.header().id();
        assertThat(open().resume(id, StoredConfigSpace.SPACE)).isEmpty();
        assertThat(open().runs(STUDY)).singleElement().satisfies(record -> {
            assertThat(record.isHeld()).isTrue();
            assertThat(record.end()).isEmpty();
        });

        run.end(new RunEnd(RunEnd.Kind.INTERRUPTED, "stopped"));
        run.close();

        assertThat(open().runs(STUDY)).singleElement().satisfies(record -> {
            assertThat(record.isHeld()).isFalse();
            assertThat(record.isFinished()).isFalse();
            assertThat(record.end()).contains(new RunEnd(RunEnd.Kind.INTERRUPTED, "stopped"));
        });
        assertThat(open().resume(id, StoredConfigSpace.SPACE)).isPresent();
        assertThat(open().runs(STUDY)).singleElement().satisfies(record -> {
            assertThat(record.isHeld()).isTrue();
            assertThat(record.end()).as("a run that goes on has no end").isEmpty();
        });
        assertThat(open().resume(id, StoredConfigSpace.SPACE)).isEmpty();
    }

    @Test
    final void runThatIsClosedHasNoEnd() {
        begin(open()).close();

        assertThat(open().runs(STUDY)).singleElement().satisfies(record -> {
            assertThat(record.isHeld()).isFalse();
            assertThat(record.end()).isEmpty();
        });
    }

    @Test
    final void whatComesAfterARunWasLetGoIsRefused() {
        RunStore run = begin(open());
        keep(run, StoredTrials.complete(0));
        run.begin(running(1));
        run.end(new RunEnd(RunEnd.Kind.INTERRUPTED, "stopped"));
        List<TrialRecord> left = trials(run);

        for (int i = 0; i < 2; i++) {
            assertThat(run.report(new TrialKey(1, 0), Progress.NONE.with(new Observation(1, 0.5))))
                    .isFalse();
            assertThat(run.end(StoredTrials.complete(1))).isFalse();
            assertThat(run.begin(running(2))).isFalse();
            run.end(new RunEnd(RunEnd.Kind.FINISHED, "later"));
            run.close();
        }

        assertThat(trials(run)).isEqualTo(left);
        assertThat(open().runs(STUDY)).singleElement().satisfies(record -> assertThat(record.end())
                .contains(new RunEnd(RunEnd.Kind.INTERRUPTED, "stopped")));
    }

    @Test
    final void resumedRunGoesOnWhereItStood() {
        RunStore run = begin(open());
        assertThat(run.elapsedBefore()).isZero();
        keep(run, StoredTrials.complete(0));
        run.begin(running(1));
        run.close();

        Optional<RunStore> resumed = open().resume(run.header().id(), StoredConfigSpace.SPACE);

        assertThat(resumed).hasValueSatisfying(store -> {
            assertThat(store.header()).isEqualTo(run.header());
            assertThat(store.elapsedBefore()).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(store.changes()).containsExactly(StoredTrials.complete(0), running(1));
            assertThat(store.begin(again(running(1)))).isTrue();
            assertThat(store.begin(running(2))).isTrue();
        });
    }

    @Test
    final void invocationsOfTheLastPartLeadToTheirTrials() {
        RunStore run = begin(open());
        RunId id = run.header().id();
        assertThat(open().invocations(id)).isEmpty();
        run.begin(running(0), OptionalInt.of(2));
        run.begin(running(1));
        run.begin(running(2), OptionalInt.of(1));
        assertThat(run.begin(running(2), OptionalInt.of(3))).isFalse();
        assertThat(open().invocations(id)).isEqualTo(Map.of(2, 0, 1, 2));

        RunStore beside = open().join(id, StoredConfigSpace.SPACE);
        run.begin(running(3), OptionalInt.of(4));
        assertThat(open().invocations(id)).isEqualTo(Map.of(2, 0, 1, 2, 4, 3));
        beside.begin(again(running(1)), OptionalInt.of(1));
        beside.begin(running(4), OptionalInt.of(2));

        assertThat(open().invocations(id)).isEqualTo(Map.of(1, 1, 2, 4));
        assertThat(trials(run)).containsExactly(running(0), again(running(1)), running(2), running(3), running(4));
    }

    @Test
    final void trialThatHasNotBegunDoesNotEnd() {
        RunStore run = begin(open());

        assertThatThrownBy(() -> run.end(StoredTrials.complete(0)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("trial 0");
    }

    @Test
    final void trialsOfManyThreadsAreAllKept() {
        RunStore run = begin(open());
        List<RunStore> stores = List.of(
                run,
                open().join(run.header().id(), StoredConfigSpace.SPACE),
                open().join(run.header().id(), StoredConfigSpace.SPACE));
        List<TrialRecord> trials =
                IntStream.range(0, 120).mapToObj(StoredTrials::complete).toList();

        // Each trial is begun by whoever comes to it first, as its number is the next one then.
        AtOnce.map(Collections.nCopies(12, stores), all -> {
            for (TrialRecord trial : trials) {
                RunStore store = all.get(trial.number() % all.size());
                if (store.begin(TrialRecord.running(trial.start()))) {
                    assertThat(store.end(trial)).isTrue();
                }
            }
            return all;
        });

        assertThat(trials(run)).isEqualTo(trials);
    }

    static TrialRecord running(int number) {
        return TrialRecord.running(StoredTrials.complete(number).start());
    }

    static TrialRecord again(TrialRecord trial) {
        return TrialRecord.running(trial.start().again(Instant.parse("2026-03-04T05:06:07.000001Z")));
    }

    static void keep(RunStore run, TrialRecord trial) {
        assertThat(run.begin(TrialRecord.running(trial.start()))).isTrue();
        if (trial.state().isFinished()) {
            assertThat(run.end(trial)).isTrue();
        }
    }

    List<TrialRecord> trials(RunStore run) {
        return open().trials(run.header().id(), StoredConfigSpace.SPACE);
    }

    static RunStore begin(Storage storage) {
        return begin(storage, SEARCHES);
    }

    static RunStore begin(Storage storage, RunSeries series) {
        return storage.begin(series, StoredConfigSpace.SPACE, id -> header(id, RunHeader.Basis.of(id.number())));
    }

    private static Configuration start() {
        return StoredConfigSpace.SPACE.configuration(
                new StoredConfig(0.1, 1L << 53, "with \"quotes\"", new StoredConfig.Kind.Some(0.1f)));
    }

    static RunHeader header(RunId id, RunHeader.Basis basis) {
        return new RunHeader(
                id,
                new RunHeader.Goal("loss, \"final\"", Direction.MAXIMIZE),
                basis,
                StoredSpace.of(StoredConfigSpace.SPACE, Optional.of(start())),
                Instant.parse("2026-02-03T04:05:06.123456Z"));
    }
}
