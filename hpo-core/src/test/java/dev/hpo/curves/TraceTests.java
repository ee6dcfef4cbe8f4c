// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Of;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TraceTests {

    private static final Aim DOWN = Aim.last(Direction.MINIMIZE);
    private static final Ladder LADDER = Ladder.of(9, 2);

    private final TrialRecord begun =
            new MadeCurves(DOWN).running(MadeCurves.others().get(0));

    @Test
    void trialThatRunsOrWasStopped_hasCome_toTheLevelsOfItsReports() {
        assertThat(losses(curve(5), DOWN)).containsExactly(5.0);
        assertThat(losses(curve(5, 4, 3, 2), DOWN)).containsExactly(5.0, 3.0);
        assertThat(losses(stopped(curve(5, 4, 3, 2)), DOWN)).containsExactly(5.0, 3.0);
        assertThat(losses(begun, DOWN)).isEmpty();
    }

    @Test
    void trialThatRunsBeyondTheEnd_hasNoEndYet() {
        assertThat(losses(curve(9, 8, 7, 6, 5, 4, 3, 2, 1, 0), DOWN)).containsExactly(9.0, 7.0);
    }

    @Test
    void trainingThatEndedEarly_countsWithItsEndAtAllLaterLevels() {
        assertThat(losses(complete(curve(5, 4), 4), DOWN)).containsExactly(5.0, 4.0, 4.0);
        assertThat(losses(complete(begun, 7), DOWN)).containsExactly(7.0, 7.0, 7.0);
    }

    @Test
    void finalValueIsTheEnd_andNotTheLastIntermediateOne() {
        assertThat(losses(complete(curve(9, 8, 7, 6, 5, 4, 3, 2, 1), 33), DOWN)).containsExactly(9.0, 7.0, 33.0);
    }

    @Test
    void nothingIsKnownFromWhereValuesAreNotFinite() {
        TrialRecord broken = curve(5, 4, Double.NaN, 2);
        assertThat(losses(curve(5, 4, Double.NaN), DOWN)).containsExactly(5.0);
        assertThat(losses(broken, DOWN)).as("one that has come back").containsExactly(5.0);
        assertThat(losses(curve(Double.NEGATIVE_INFINITY, 1, 2), DOWN)).isEmpty();
        assertThat(losses(curve(5, 1, Double.POSITIVE_INFINITY), Aim.last(Direction.MAXIMIZE)))
                .containsExactly(-5.0);
        assertThat(isBroken(curve(5, 4, Double.NaN))).isTrue();
        assertThat(isBroken(broken)).isFalse();
    }

    @Test
    void completeTrialCountsWithItsEndWhereItHadNoFiniteValue() {
        assertThat(losses(complete(curve(5, 4, Double.NaN, 2), 2), DOWN)).containsExactly(5.0, 2.0, 2.0);
        assertThat(isBroken(complete(curve(5, 4, Double.NaN), 2))).isFalse();
    }

    @Test
    void trialThatFailedHasNoEnd_andWillHaveNone() {
        for (Failure.Kind kind : List.of(Failure.Kind.NOT_FINITE, Failure.Kind.EXCEPTION)) {
            assertThat(losses(failed(kind), DOWN)).containsExactly(5.0);
            assertThat(isBroken(failed(kind))).isTrue();
        }
        assertThat(isBroken(stopped(curve(5)))).isFalse();
        assertThat(isBroken(begun)).isFalse();
    }

    @Test
    void lossesAreWhatTheStudyMakesOfValues() {
        TrialRecord curve = curve(4, 1, 4);
        assertThat(losses(curve, Aim.last(Direction.MAXIMIZE))).containsExactly(-4.0, -4.0);
        assertThat(losses(curve, new Aim(Direction.MINIMIZE, Of.BEST))).containsExactly(4.0, 1.0);
        assertThat(losses(curve, new Aim(Direction.MINIMIZE, Of.MEAN))).containsExactly(4.0, 3.0);
    }

    private static double[] losses(TrialRecord trial, Aim aim) {
        Trace trace = Trace.of(trial, new double[2], LADDER, aim);
        return IntStream.range(0, trace.reached()).mapToDouble(trace::loss).toArray();
    }

    private static boolean isBroken(TrialRecord trial) {
        return Trace.of(trial, new double[2], LADDER, DOWN).isBroken();
    }

    private TrialRecord curve(double... values) {
        Progress progress = Progress.NONE;
        for (int step = 1; step <= values.length; step++) {
            progress = progress.with(new Observation(step, values[step - 1]));
        }
        return begun.with(progress);
    }

    private static TrialRecord complete(TrialRecord trial, double value) {
        return trial.finished(Outcome.Complete.of(value), Instant.EPOCH);
    }

    private static TrialRecord stopped(TrialRecord trial) {
        return trial.finished(new Outcome.Pruned("hopeless"), Instant.EPOCH);
    }

    private TrialRecord failed(Failure.Kind kind) {
        return curve(5).finished(new Outcome.Failed(Failure.of(kind, "bad")), Instant.EPOCH);
    }
}
