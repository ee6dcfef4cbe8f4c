// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.Verdict;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LedgerTests {

    private final Ledger ledger = new Ledger(Direction.MINIMIZE);

    /** As when a study is closed while a thread of a trial reports. */
    @Test
    void reportThatIsOvertakenByTheEndOfItsTrialChangesNothing() {
        Trial trial = begin(0);
        trial.log().observe(1, 0.5);
        trial.log().end((log, record) -> new TrialLog.Ending(new Outcome.Pruned("late"), record.progress()));

        assertThat(ledger.publish(trial).trial(0).state()).isEqualTo(TrialState.RUNNING);
        ledger.finish(trial.record());

        assertThat(ledger.history().trial(0)).isEqualTo(trial.record());
        assertThat(ledger.running()).isEmpty();
        assertThat(ledger.trialsSinceBest()).isEqualTo(1);
    }

    private Trial begin(int number) {
        Trial trial = new Trial(
                new TrialStart(
                        number,
                        PointSpace.SPACE.configuration(Point.start()),
                        7,
                        Origin.of(Origin.Source.INITIAL),
                        Instant.EPOCH),
                new Stopwatch(System::nanoTime),
                running -> Verdict.KEEP,
                ledger);
        ledger.begin(trial);
        return trial;
    }
}
