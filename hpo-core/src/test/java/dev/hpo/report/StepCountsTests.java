// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.report.Studies.Trials;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepCountsTests {

    private static final Outcome COMPLETE = Outcome.Complete.of(1);
    private static final Outcome PRUNED = new Outcome.Pruned("hopeless");

    private final Trials trials = new Trials();

    @Test
    void stoppedTrials_wouldHaveRunAsLongAsCompleteOnes() {
        add(COMPLETE, 1, 2, 3, 30);
        add(COMPLETE, 10, 20, 30);
        add(PRUNED, 1, 2);
        add(PRUNED, 10);
        assertThat(StepCounts.text(trials.history())).contains("72 of 120, 2 of 4 trials stopped early");
    }

    @Test
    void stepsFromZero_areOneMore() {
        add(COMPLETE, 0, 9);
        add(PRUNED, 0, 4);
        assertThat(StepCounts.text(trials.history())).contains("15 of 20, 1 of 2 trials stopped early");
    }

    @Test
    void failedAndRunningTrials_saveNothing() {
        add(COMPLETE, 10);
        add(Studies.failed(Failure.Kind.EXCEPTION, "row 3 is 0"), 7);
        add(PRUNED, 2);
        add(new Outcome.Running(), 4);
        assertThat(StepCounts.text(trials.history())).contains("19 of 27, 1 of 3 trials stopped early");
    }

    @Test
    void trainingsOfDifferentLengths_leaveOpenHowManyThereWouldHaveBeen() {
        add(COMPLETE, 10);
        add(COMPLETE, 12);
        add(PRUNED, 2);
        assertThat(StepCounts.text(trials.history())).contains("24, 1 of 3 trials stopped early");
    }

    @Test
    void withoutACompleteTrial_orBeyondItsEnd_itIsOpenToo() {
        add(PRUNED, 2);
        assertThat(StepCounts.text(trials.history())).contains("2, 1 of 1 trial stopped early");
        add(COMPLETE, 1);
        assertThat(StepCounts.text(trials.history())).contains("3, 1 of 2 trials stopped early");
    }

    @Test
    void studyInWhichNothingWasStopped_hasNone() {
        add(COMPLETE, 10);
        add(PRUNED);
        assertThat(StepCounts.text(trials.history())).isEmpty();
    }

    private void add(Outcome outcome, long... steps) {
        List<Observation> observations =
                Arrays.stream(steps).mapToObj(step -> new Observation(step, 1)).toList();
        Configuration configuration = Studies.mlp(0.1, 0.9, 60, null);
        trials.add(
                Origin.of(Origin.Source.SAMPLER),
                configuration,
                new Progress(observations, Map.of(), Map.of()),
                outcome);
    }
}
