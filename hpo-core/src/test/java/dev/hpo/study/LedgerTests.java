// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.Verdict;
import dev.hpo.storage.CheckpointStore;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Of;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LedgerTests {

    private final Ledger ledger = new Ledger(Direction.MINIMIZE);

    /** As when a study is closed while a thread of a trial reports. */
    @Test
    void reportThatIsOvertakenByTheEndOfItsTrialChangesNothing() {
        Trial trial = begin(0);
        trial.log().observe("step", 1, 0.5);
        trial.log().end((log, record) -> new TrialLog.Ending(new Outcome.Pruned("late"), record.progress()));

        assertThat(ledger.publish(trial).trial(0).state()).isEqualTo(TrialState.RUNNING);
        ledger.finish(trial.record());

        assertThat(ledger.history().trial(0)).isEqualTo(trial.record());
        assertThat(ledger.running()).isEmpty();
        assertThat(ledger.trialsSinceBest()).isEqualTo(1);
    }

    /** As when the end is known before the thread that tells its own is refused. */
    @Test
    void endFromElsewhereThatIsKnownEarly_countsWhenTheTrialIsReleased_andNotWhenItIsFinished() {
        for (boolean isOurs : new boolean[] {false, true}) {
            Trial trial = begin(ledger.history().size());
            TrialRecord other = trial.record().finished(Outcome.Complete.of(0.25), Instant.EPOCH);
            trial.log().end((log, record) -> new TrialLog.Ending(new Outcome.Pruned("late"), record.progress()));

            assertThat(ledger.follow(List.of(other))).isEmpty();
            assertThat(ledger.history().trial(trial.number()).state()).isEqualTo(TrialState.RUNNING);
            if (isOurs) {
                ledger.finish(trial.record());
            } else {
                ledger.release(trial.number());
            }

            assertThat(ledger.history().trial(trial.number())).isEqualTo(isOurs ? trial.record() : other);
        }
        assertThat(ledger.trialsSinceBest()).isEqualTo(1);
    }

    private Trial begin(int number) {
        TrialStart start = new TrialStart(
                number,
                PointSpace.SPACE.configuration(Point.start()),
                7,
                Origin.of(Origin.Source.INITIAL),
                Instant.EPOCH);
        Trial trial = new Trial(
                new TrialLog(TrialRecord.running(start), new Stopwatch(System::nanoTime)),
                new Checkpoint(CheckpointStore.temporary(), start, false),
                running -> Verdict.KEEP,
                new Trial.Terms(Of.LAST, OptionalLong.empty()),
                ledger);
        ledger.begin(trial);
        return trial;
    }
}
