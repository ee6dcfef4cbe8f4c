// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.Configuration;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunSeries;
import dev.hpo.storage.RunStore;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of the contract that is about queued trials: each is taken once, or handed to the next search. */
abstract class QueueContract extends RunStoreContract {

    private static final Configuration NOTHING = Configuration.builder().build();

    @Test
    final void queuedTrialHasTheNextNumberAndWaits() {
        RunStore run = begin(open());
        assertThat(queued(run)).isEmpty();
        keep(run, StoredTrials.complete(0));
        Configuration wanted = Configuration.builder()
                .set(StoredConfigSpace.SPACE.units, 3L)
                .set(StoredConfigSpace.SPACE.text, "\u00fc\u20ac")
                .build();

        assertThat(run.queue(wanted)).isEqualTo(1);
        assertThat(run.queue(NOTHING)).isEqualTo(2);

        RunStore beside = open().join(run.header().id(), StoredConfigSpace.SPACE);
        for (RunStore store : List.of(run, beside)) {
            assertThat(queued(store)).extracting(TrialRecord::number).containsExactly(1, 2);
            assertThat(queued(store))
                    .extracting(TrialRecord::outcome)
                    .containsOnly(new Outcome.Waiting(Optional.empty()));
            assertThat(queued(store).get(0).configuration()).isEqualTo(wanted);
            assertThat(queued(store).get(0).start().origin().isOfStorage()).isTrue();
        }
        keep(run, StoredTrials.complete(3));
        assertThat(beside.queue(NOTHING)).isEqualTo(4);
        assertThat(run.begin(ofQueue(2))).isTrue();
        assertThat(queued(run)).extracting(TrialRecord::number).containsExactly(1, 4);
        assertThat(trials(run))
                .extracting(TrialRecord::state)
                .containsExactly(
                        TrialState.COMPLETE,
                        TrialState.WAITING,
                        TrialState.RUNNING,
                        TrialState.COMPLETE,
                        TrialState.WAITING);
    }

    /** Whoever chose it did not know of the queue yet; what somebody wants to be tried must not be lost for that. */
    @Test
    final void whatWasChosenOtherwiseTakesNoQueuedTrial() {
        RunStore run = begin(open());
        RunStore beside = open().join(run.header().id(), StoredConfigSpace.SPACE);
        Configuration wanted =
                Configuration.builder().set(StoredConfigSpace.SPACE.units, 3L).build();
        run.queue(wanted);
        TrialRecord rejected = running(0)
                .finished(
                        new Outcome.Failed(Failure.of(Failure.Kind.REJECTED, "no")),
                        running(0).start().startedAt());

        for (RunStore store : List.of(run, beside)) {
            assertThat(store.begin(running(0))).isFalse();
            assertThat(store.begin(rejected)).isFalse();
            assertThat(store.begin(again(running(0)))).isFalse();
            assertThat(store.begin(again(ofQueue(0)))).isFalse();
        }

        assertThat(queued(run)).singleElement().satisfies(trial -> assertThat(trial.configuration())
                .isEqualTo(wanted));
        assertThat(beside.begin(running(1))).isTrue();
    }

    @Test
    final void queuedTrialIsBegunOnceAndIsThenLikeAnyOther() {
        RunStore run = begin(open());
        RunStore beside = open().join(run.header().id(), StoredConfigSpace.SPACE);
        run.queue(NOTHING);
        TrialRecord trial = ofQueue(0);

        assertThat(beside.begin(trial)).isTrue();
        assertThat(run.begin(trial)).isFalse();
        assertThat(queued(run)).isEmpty();
        assertThat(trials(run)).containsExactly(trial);
        assertThat(run.begin(again(trial))).isTrue();
        TrialRecord end = again(trial).finished(Outcome.Complete.of(2), Instant.parse("2026-03-04T05:06:08Z"));
        assertThat(run.end(end)).isTrue();

        assertThat(trials(run)).containsExactly(end);
        assertThat(run.begin(running(1))).isTrue();
    }

    @Test
    final void queuedTrialCanBeRejectedAndEndedWithoutABeginning() {
        RunStore run = begin(open());
        run.queue(NOTHING);
        run.queue(NOTHING);
        TrialRecord rejected = ofQueue(0)
                .finished(
                        new Outcome.Failed(Failure.of(Failure.Kind.REJECTED, "no")),
                        ofQueue(0).start().startedAt());
        TrialRecord impossible = queued(run)
                .get(1)
                .finished(new Outcome.Failed(Failure.of(Failure.Kind.OUTSIDE, "not in it")), Instant.EPOCH);

        assertThat(run.begin(rejected)).isTrue();
        assertThat(run.end(impossible)).isTrue();
        assertThat(run.end(impossible)).as("the same end again").isTrue();

        assertThat(queued(run)).isEmpty();
        assertThat(trials(run)).containsExactly(rejected, impossible);
    }

    @Test
    final void queuedTrialIsTakenByOneOfManyThreads() {
        RunStore run = begin(open());
        RunId id = run.header().id();
        List<RunStore> stores =
                List.of(run, open().join(id, StoredConfigSpace.SPACE), open().join(id, StoredConfigSpace.SPACE));
        IntStream.range(0, 30).forEach(number -> run.queue(NOTHING));

        List<Integer> taken = AtOnce.map(Collections.nCopies(9, stores), all -> (int) IntStream.range(0, 30)
                .filter(number -> all.get(number % all.size()).begin(ofQueue(number)))
                .count());

        assertThat(taken.stream().mapToInt(count -> count).sum()).isEqualTo(30);
        assertThat(queued(run)).isEmpty();
    }

    @Test
    final void nextSearchTakesOverTheQueueOfOneThatNobodyHolds() {
        RunStore old = begin(open());
        Configuration wanted =
                Configuration.builder().set(StoredConfigSpace.SPACE.units, 3L).build();
        keep(old, StoredTrials.complete(0));
        old.queue(wanted);
        old.queue(NOTHING);
        old.begin(ofQueue(2));
        old.end(new RunEnd(RunEnd.Kind.FINISHED, "done"));
        old.close();
        begin(open(), RunSeries.of(RunKind.CONFIRM, old.header().id())).close();

        RunStore next = begin(open());

        assertThat(queued(next)).singleElement().satisfies(trial -> {
            assertThat(trial.number()).isZero();
            assertThat(trial.configuration()).isEqualTo(wanted);
        });
        TrialRecord moved = trials(old).get(1);
        assertThat(moved.isMoved()).isTrue();
        assertThat(moved.failure().orElseThrow().message())
                .contains(next.header().id().toString(), "trial 0");
        assertThat(trials(old).get(2).state()).isEqualTo(TrialState.RUNNING);
        assertThat(next.begin(running(1))).isTrue();
        next.close();
        assertThat(queued(begin(open()))).hasSize(1);
    }

    @Test
    final void searchThatSomebodyHoldsKeepsItsQueue() {
        RunStore old = begin(open());
        old.queue(NOTHING);

        assertThat(queued(begin(open()))).isEmpty();

        assertThat(queued(old)).hasSize(1);
    }

    /** Between the look at the queue and the beginning, others may take the last place, and leave the next numbers as they were. */
    @Test
    final void noMoreTrialsBeginThanMayCount() {
        RunStore run = begin(open());
        RunStore beside = open().join(run.header().id(), StoredConfigSpace.SPACE);
        IntStream.range(0, 5).forEach(number -> run.queue(NOTHING));
        run.begin(ofQueue(0)
                .finished(
                        new Outcome.Failed(Failure.of(Failure.Kind.REJECTED, "no")),
                        ofQueue(0).start().startedAt()));

        assertThat(run.begin(ofQueue(1), OptionalInt.empty(), 2)).isTrue();
        assertThat(beside.begin(ofQueue(2), OptionalInt.empty(), 2)).isTrue();
        for (RunStore store : List.of(run, beside)) {
            assertThat(store.begin(ofQueue(3), OptionalInt.empty(), 2)).isFalse();
            assertThat(store.begin(chosen(5), OptionalInt.empty(), 2)).isFalse();
        }
        assertThat(run.begin(again(ofQueue(2)), OptionalInt.empty(), 2))
                .as("another attempt")
                .isTrue();
        assertThat(beside.begin(chosen(5), OptionalInt.empty(), 3)).isTrue();
        assertThat(queued(run)).extracting(TrialRecord::number).containsExactly(3, 4);
    }

    /** Returns what waits in a run, the first of which is the first of the queue. */
    private List<TrialRecord> queued(RunStore run) {
        List<TrialRecord> waiting = trials(run).stream()
                .filter(trial -> trial.state() == TrialState.WAITING)
                .toList();
        assertThat(run.firstQueued()).isEqualTo(waiting.stream().findFirst());
        return waiting;
    }

    private static TrialRecord ofQueue(int number) {
        return of(number, Origin.ofStorage());
    }

    /** Returns a trial that goes on with no other one. */
    private static TrialRecord chosen(int number) {
        return of(number, Origin.of(Origin.Source.SAMPLER));
    }

    private static TrialRecord of(int number, Origin origin) {
        TrialStart start = StoredTrials.complete(number).start();
        return TrialRecord.running(
                new TrialStart(start.key(), start.configuration(), start.seed(), origin, start.startedAt()));
    }
}
