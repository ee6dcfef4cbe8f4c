// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking;

import static dev.hpo.tracking.TrackedStudies.METRIC;
import static dev.hpo.tracking.TrackedStudies.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.tracking.TrialSeries.Point;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialSeriesTests {

    @Test
    void completeTrial_hasItsValueApartFromIntermediateOnes() {
        TrialRecord trial = TrackedStudies.trial(0, Outcome.Complete.of(0.5), 0.9, 0.5);

        assertThat(TrialSeries.of(trial, METRIC))
                .containsExactly(
                        new TrialSeries(METRIC, List.of(new Point(2, 0.5, NOON.plusSeconds(2)))),
                        new TrialSeries(
                                "intermediate/" + METRIC,
                                List.of(
                                        new Point(1, 0.9, NOON.plusMillis(500)),
                                        new Point(2, 0.5, NOON.plusMillis(1000)))),
                        new TrialSeries("accuracy", List.of(new Point(1, 0.75, NOON.plusSeconds(2)))));
    }

    @Test
    void prunedTrial_hasNoValue() {
        assertThat(TrialSeries.of(TrackedStudies.trial(0, new Outcome.Pruned("bad"), 0.9), METRIC))
                .extracting(TrialSeries::name)
                .containsExactly("intermediate/" + METRIC, "accuracy");
    }

    @Test
    void metricWithTheNameOfTheObjective_getsAnother() {
        Progress progress = new Progress(List.of(), Map.of(METRIC, List.of(new Observation(1, 2))), Map.of());

        assertThat(TrialSeries.of(TrackedStudies.trial(0, progress, Outcome.Complete.of(1)), METRIC))
                .extracting(TrialSeries::name)
                .containsExactly(METRIC, "metrics/" + METRIC);
    }

    @Test
    void longCurve_isThinned() {
        double[] curve = new double[5000];
        curve[77] = Double.NaN;

        List<Point> points = TrialSeries.of(TrackedStudies.trial(0, new Outcome.Pruned("bad"), curve), METRIC)
                .get(0)
                .points();

        assertThat(points).hasSizeBetween(TrialSeries.MOST, TrialSeries.MOST + 5);
        assertThat(points).extracting(Point::step).contains(1L, 78L, 5000L);
    }
}
