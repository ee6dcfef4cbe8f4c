// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.encoding.Beliefs;
import dev.hpo.encoding.Table;
import dev.hpo.gp.Fits;
import dev.hpo.gp.GpParts;
import dev.hpo.gp.Inputs;
import dev.hpo.gp.Kernel;
import dev.hpo.gp.Model;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoreTests {

    private static final int TRIALS = 20;
    private static final double STEP = 1e-5;

    private final Inputs inputs = new Inputs(GpParts.PLANE);
    private final Table table = rightHalfFails();
    private final Observations observations = Observations.of(table);
    private final Model model =
            Model.of(new Kernel(inputs, GpParts.hyperparameters(inputs)), point -> 0, observations.warped(Warp.NONE));
    private final Feasibility feasibility =
            Feasibility.of(inputs, table, new Fits()).orElseThrow();

    @ParameterizedTest
    @EnumSource
    void probabilityThatATrialDoesNotFailCountsTwice(Acquisition acquisition) {
        List<double[]> points = GpParts.points(GpParts.PLANE, 7);
        double[] bold = score(acquisition, Optional.empty()).of(points);
        double[] cautious = score(acquisition, Optional.of(feasibility)).of(points);
        double[] logarithms = feasibility.logProbabilities(points);
        for (int i = 0; i < bold.length; i++) {
            assertThat(cautious[i] - bold[i]).isEqualTo(3 * logarithms[i], within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource
    void slopesAreThoseOfDifferences(Acquisition acquisition) {
        Score score = score(acquisition, Optional.of(feasibility));
        for (double[] point : GpParts.points(GpParts.PLANE, 7)) {
            double[] gradient = new double[2];
            assertThat(score.of(point, gradient)).isEqualTo(score.of(List.of(point))[0], within(1e-4));
            for (int at = 0; at < 2; at++) {
                double around = (at(score, moved(point, at, STEP)) - at(score, moved(point, at, -STEP))) / (2 * STEP);
                assertThat(gradient[at]).isEqualTo(around, within(1e-3 * (1 + Math.abs(around))));
            }
        }
    }

    private static double at(Score score, double[] point) {
        return score.of(point, new double[2]);
    }

    private static double[] moved(double[] point, int at, double step) {
        double[] moved = point.clone();
        moved[at] += step;
        return moved;
    }

    private Score score(Acquisition acquisition, Optional<Feasibility> failures) {
        return new Score(model, acquisition, model.best(), failures, new Beliefs(GpParts.PLANE, TRIALS, 50));
    }

    private static Table rightHalfFails() {
        List<Outcome> outcomes = new ArrayList<>();
        for (double[] point : GpParts.points(GpParts.PLANE, TRIALS)) {
            outcomes.add(
                    point[0] > 0.5
                            ? new Outcome.Failed(Failure.of(Failure.Kind.INFEASIBLE, "too far right"))
                            : Outcome.Complete.of(Math.hypot(point[0] - 0.3, point[1] - 0.6)));
        }
        return GpParts.table(GpParts.PLANE, outcomes);
    }
}
