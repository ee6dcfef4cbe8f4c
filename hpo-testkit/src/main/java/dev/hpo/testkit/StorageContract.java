// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.storage.Storage;
import dev.hpo.storage.StorageException;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.Test;

/** What every storage keeps to; a storage's test extends it. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public abstract class StorageContract {

    private static final String STUDY = "dev.hpo.DigitsTuning.tune \u00b5";

    /** For subclasses. */
    protected StorageContract() {}

    /**
     * Returns a storage of one and the same place, as another process would open it; one in memory returns the same each time.
     */
    protected abstract Storage open();

    @Test
    final void runsAreNumberedFromOne() {
        RunHeader first = begin(open());
        RunHeader second = begin(open());

        assertThat(first.id()).isEqualTo(new RunId(STUDY, 1));
        assertThat(second.id()).isEqualTo(new RunId(STUDY, 2));
        assertThat(open().runs(STUDY)).containsExactly(first, second);
    }

    @Test
    final void storageWithoutRunsHasNone() {
        assertThat(open().runs(STUDY)).isEmpty();
    }

    @Test
    final void trialsComeBackToTheBit() {
        Storage storage = open();
        RunId run = begin(storage).id();
        List<TrialRecord> trials = StoredTrials.ofEveryKind();
        trials.forEach(trial -> storage.put(run, trial));

        assertThat(open().trials(run, StoredConfigSpace.SPACE)).isEqualTo(trials);
        assertThat(storage.trials(run, StoredConfigSpace.SPACE)).isEqualTo(trials);
        assertThat(History.of(open().trials(run, StoredConfigSpace.SPACE)).size())
                .isEqualTo(trials.size());
    }

    @Test
    final void lastThatWasKeptOfATrialCounts() {
        Storage storage = open();
        RunId run = begin(storage).id();
        TrialRecord complete = StoredTrials.complete(0);
        storage.put(run, TrialRecord.running(complete.start()));
        assertThat(open().trials(run, StoredConfigSpace.SPACE)).containsExactly(TrialRecord.running(complete.start()));

        storage.put(run, complete);

        assertThat(open().trials(run, StoredConfigSpace.SPACE)).containsExactly(complete);
    }

    @Test
    final void finishedTrialMustNotChange() {
        Storage storage = open();
        RunId run = begin(storage).id();
        storage.put(run, StoredTrials.complete(0));

        for (Storage again : List.of(storage, open())) {
            assertThatThrownBy(() -> again.put(run, StoredTrials.complete(0)))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("trial 0 is finished");
        }
        assertThat(open().trials(run, StoredConfigSpace.SPACE)).hasSize(1);
    }

    @Test
    final void runsKeepTheirOwnTrials() {
        Storage storage = open();
        RunId first = begin(storage).id();
        storage.put(first, StoredTrials.complete(0));
        RunId second = begin(storage).id();
        storage.put(second, StoredTrials.complete(0));
        storage.put(second, StoredTrials.complete(1));
        storage.put(first, StoredTrials.complete(1));
        storage.put(first, StoredTrials.complete(2));

        assertThat(open().trials(first, StoredConfigSpace.SPACE)).hasSize(3);
        assertThat(open().trials(second, StoredConfigSpace.SPACE)).hasSize(2);
    }

    @Test
    final void runGoesOnThoughAnotherProcessBeginsOne() {
        Storage here = open();
        Storage there = open();
        RunId first = begin(here).id();
        here.put(first, StoredTrials.complete(0));
        RunId second = begin(there).id();
        there.put(second, StoredTrials.complete(0));
        here.put(first, StoredTrials.complete(1));
        there.put(second, TrialRecord.running(StoredTrials.complete(1).start()));
        here.put(first, StoredTrials.complete(2));

        assertThat(open().trials(first, StoredConfigSpace.SPACE))
                .containsExactly(StoredTrials.complete(0), StoredTrials.complete(1), StoredTrials.complete(2));
        assertThat(open().trials(second, StoredConfigSpace.SPACE))
                .containsExactly(
                        StoredTrials.complete(0),
                        TrialRecord.running(StoredTrials.complete(1).start()));
    }

    @Test
    final void unknownRunIsAnError() {
        RunId unknown = new RunId(STUDY, 7);
        Storage storage = open();

        assertThatThrownBy(() -> storage.put(unknown, StoredTrials.complete(0)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("7");
        assertThatThrownBy(() -> storage.trials(unknown, StoredConfigSpace.SPACE))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("7");
    }

    @Test
    final void trialsOfManyThreadsAreAllKept() {
        Storage storage = open();
        RunId run = begin(storage).id();
        List<TrialRecord> trials =
                IntStream.range(0, 200).mapToObj(StoredTrials::complete).toList();

        AtOnce.map(trials, trial -> {
            storage.put(run, TrialRecord.running(trial.start()));
            storage.put(run, trial);
            return trial;
        });

        assertThat(open().trials(run, StoredConfigSpace.SPACE)).isEqualTo(trials);
    }

    private static RunHeader begin(Storage storage) {
        return storage.begin(
                STUDY,
                number -> new RunHeader(
                        new RunId(STUDY, number),
                        new RunHeader.Goal("loss, \"final\"", Direction.MAXIMIZE),
                        Long.MIN_VALUE + number,
                        StoredConfigSpace.SPACE.fingerprint(),
                        Instant.parse("2026-02-03T04:05:06.123456789Z")));
    }
}
