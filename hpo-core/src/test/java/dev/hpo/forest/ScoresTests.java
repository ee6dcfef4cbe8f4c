// SPDX-License-Identifier: Apache-2.0
package dev.hpo.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Table;
import dev.hpo.numeric.Gauss;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTests {

    private static final Parameter<Double> X =
            Parameter.ofDouble(Scope.root().child("x"), RealDomain.of(Scale.LINEAR, 0, 1));
    private static final Space<?> SPACE = new PlainSpace(List.of(X));

    private final List<TrialRecord> trials = new ArrayList<>();

    @Test
    void onlyTheOrderCounts() {
        complete(1e300);
        complete(-1e300);
        complete(1e-300);
        assertThat(scores())
                .containsExactly(new double[] {Gauss.quantile(5 / 6.0), Gauss.quantile(1 / 6.0), 0}, within(1e-9));
    }

    @Test
    void equalResultsHaveTheMeanRank() {
        complete(3);
        complete(3);
        complete(3);
        complete(9);
        assertThat(scores()[0]).isCloseTo(Gauss.quantile(1.5 / 4), within(1e-9)).isEqualTo(scores()[2]);
        assertThat(scores()[3]).isCloseTo(Gauss.quantile(3.5 / 4), within(1e-9));
    }

    @Test
    void prunedIsNoBetterThanTheMedianAndFailedTheWorst() {
        complete(1);
        complete(2);
        complete(3);
        pruned(-100);
        pruned(2.5);
        failed();
        double[] scores = scores();
        assertThat(scores[3]).isEqualTo(scores[1]);
        assertThat(scores[4]).isBetween(scores[1], scores[2]);
        assertThat(scores[5]).isGreaterThan(scores[2]);
    }

    @Test
    void constantResultsAndFailuresAloneAreAllTheSame() {
        failed();
        failed();
        assertThat(scores()).containsExactly(new double[] {0, 0}, within(1e-12));
    }

    private double[] scores() {
        History history = History.of(trials);
        return Scores.of(Table.of(Encoding.of(SPACE), Aim.last(Direction.MINIMIZE), history)
                .rows());
    }

    private TrialRecord begun() {
        Configuration configuration =
                SPACE.choose(parameter -> parameter.domain().fromUnit(0.5));
        return TrialRecord.running(
                new TrialStart(trials.size(), configuration, 1, Origin.of(Origin.Source.SAMPLER), Instant.EPOCH));
    }

    private void complete(double value) {
        trials.add(begun().finished(Outcome.Complete.of(value), Instant.EPOCH));
    }

    private void pruned(double value) {
        trials.add(begun().with(Progress.NONE.with(new Observation(1, value)))
                .finished(new Outcome.Pruned("hopeless"), Instant.EPOCH));
    }

    private void failed() {
        Failure failure = Failure.of(Failure.Kind.EXCEPTION, "on purpose");
        trials.add(begun().finished(new Outcome.Failed(failure), Instant.EPOCH));
    }
}
