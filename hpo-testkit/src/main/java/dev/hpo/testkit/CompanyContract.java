// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.RunStore;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of the contract that is about how a run ends in which several take part. */
abstract class CompanyContract extends QueueContract {

    private static final RunEnd DONE = new RunEnd(RunEnd.Kind.FINISHED, "all trials are done");
    private static final RunEnd CLOSED = new RunEnd(RunEnd.Kind.INTERRUPTED, "closed");

    @Test
    final void runThatOneHasFinished_staysSoWhenAnotherIsStoppedAfterwards() {
        for (boolean isSaid : new boolean[] {true, false}) {
            RunStore one = begin(open());
            RunStore other = beside(one);
            keep(one, StoredTrials.complete(0));

            one.end(DONE);
            assertThat(record(one).isHeld()).isTrue();
            assertThat(record(one).end()).as("others go on with it").isEmpty();
            leave(other, isSaid ? Optional.of(CLOSED) : Optional.empty());

            assertThat(record(one).isHeld()).isFalse();
            assertThat(record(one).end()).contains(DONE);
        }
    }

    @Test
    final void runThatOneHasFinished_isInterruptedIfAnotherLeavesATrial() {
        for (boolean isSaid : new boolean[] {true, false}) {
            RunStore one = begin(open());
            RunStore other = beside(one);
            one.end(DONE);
            other.begin(running(0));

            leave(other, isSaid ? Optional.of(CLOSED) : Optional.empty());

            assertThat(record(one).end()).isEqualTo(isSaid ? Optional.of(CLOSED) : Optional.empty());
        }
    }

    /** As one does that is stopped in a trial, just before another one's time is over. */
    @Test
    final void runThatOneHasFinished_isInterruptedIfAnotherHasLeftATrialBefore() {
        for (boolean isSaid : new boolean[] {true, false}) {
            RunStore one = begin(open());
            RunStore other = beside(one);
            other.begin(running(0));
            leave(other, isSaid ? Optional.of(CLOSED) : Optional.empty());

            one.end(DONE);

            assertThat(record(one).end()).hasValueSatisfying(end -> {
                assertThat(end.kind()).isEqualTo(RunEnd.Kind.INTERRUPTED);
                assertThat(end.reason()).contains("left a trial");
            });
        }
    }

    /** As one does that ends for good in the middle of a trial of its own, or before it has run what an earlier part has left. */
    @Test
    final void runThatTheLastOneHasFinished_isFinishedWhateverElseIsLeft() {
        RunStore first = begin(open());
        first.begin(running(0));
        leave(first, Optional.of(CLOSED));
        RunStore second =
                open().resume(first.header().id(), StoredConfigSpace.SPACE).orElseThrow();
        second.begin(running(1));

        second.end(DONE);

        assertThat(record(second).end()).contains(DONE);
    }

    @Test
    final void endThatIsSettledIsThereWhileTheRunIsHeld() {
        RunStore first = begin(open());
        first.begin(running(0));
        first.end(DONE);
        RunStore again =
                open().resume(first.header().id(), StoredConfigSpace.SPACE).orElseThrow();
        assertThat(record(again).isFinished()).as("it goes on").isFalse();

        again.settle(DONE);

        assertThat(record(again).end()).contains(DONE);
        assertThat(record(again).isHeld()).isTrue();
        again.end(DONE);
        assertThat(record(again).end()).contains(DONE);
        assertThat(record(again).isHeld()).isFalse();
    }

    @Test
    final void lastOneSaysHowTheRunEnded() {
        RunStore one = begin(open());
        RunStore other = beside(one);
        RunStore third = beside(one);
        one.end(CLOSED);
        other.end(new RunEnd(RunEnd.Kind.FINISHED, "the time is over"));
        third.end(DONE);
        assertThat(record(one).end()).contains(DONE);

        RunStore again =
                open().resume(one.header().id(), StoredConfigSpace.SPACE).orElseThrow();
        assertThat(record(one).end()).isEmpty();
        again.end(CLOSED);
        assertThat(record(one).end()).as("those before it are no company of it").contains(CLOSED);
    }

    @Test
    final void whoeverComesWhileOthersGoOn_changesNothingOfWhatWasSaid() {
        RunStore one = begin(open());
        RunStore other = beside(one);
        one.end(DONE);
        RunStore late = beside(one);

        other.end(CLOSED);
        assertThat(record(one).end()).isEmpty();
        late.close();

        assertThat(record(one).end()).contains(DONE);
    }

    @Test
    final void runThatAllHaveLeft_isInterrupted() {
        RunStore one = begin(open());
        RunStore other = beside(one);

        other.end(CLOSED);
        one.end(new RunEnd(RunEnd.Kind.INTERRUPTED, "stopped"));

        assertThat(record(one).end()).contains(new RunEnd(RunEnd.Kind.INTERRUPTED, "stopped"));
    }

    private RunStore beside(RunStore one) {
        return open().join(one.header().id(), StoredConfigSpace.SPACE);
    }

    private static void leave(RunStore store, Optional<RunEnd> how) {
        how.ifPresent(store::end);
        store.close();
    }

    private RunRecord record(RunStore store) {
        RunId id = store.header().id();
        return open().runs(STUDY).stream()
                .filter(run -> run.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
