// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.gp.Predictions;
import dev.hpo.gp.Slope;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurveModelTests {

    private static final Aim DOWN = Aim.last(Direction.MINIMIZE);

    private static MadeCurves some(Aim aim) {
        return new MadeCurves(aim).with(10, MadeCurves.END).with(8, 9).with(8, 3);
    }

    @Test
    void endsOfStoppedTrials_areInTheOrderOfWhatTheyWouldHaveBeen() {
        MadeCurves made = some(DOWN);
        Map<Integer, Double> ends = ends(made.model());
        assertThat(ends).hasSize(26);
        double[] predicted = new double[26];
        double[] true_ = new double[26];
        made.table().rows().forEach(row -> {
            predicted[row.number()] = ends.getOrDefault(row.number(), Double.NaN);
            true_[row.number()] = MadeCurves.loss(row.point(), MadeCurves.END);
        });
        assertThat(Spread.correlation(predicted, true_)).isGreaterThan(.9);
    }

    @Test
    void endOfACompleteTrialIsItsOwn() {
        MadeCurves made = some(DOWN);
        Map<Integer, Double> ends = ends(made.model());
        int best = made.history().best(Direction.MINIMIZE).orElseThrow().number();
        assertThat(ends.entrySet().stream().filter(end -> end.getKey() < 10).min(Map.Entry.comparingByValue()))
                .hasValueSatisfying(end -> assertThat(end.getKey()).isEqualTo(best));
    }

    @Test
    void newPointsAreInTheOrderOfTheirEnds() {
        CurveModel model = some(DOWN).model();
        List<double[]> points = MadeCurves.others();
        Predictions predictions = model.predict(points);
        double[] true_ = points.stream()
                .mapToDouble(point -> MadeCurves.loss(point, MadeCurves.END))
                .toArray();
        double[] means = new double[points.size()];
        Arrays.setAll(means, predictions::mean);
        assertThat(Spread.correlation(means, true_)).isGreaterThan(.9);
    }

    @Test
    void slopesAreThoseOfDifferences() {
        CurveModel model = new MadeCurves(DOWN)
                .with(2, MadeCurves.END)
                .with(9, 9)
                .with(9, 3)
                .model();
        double step = 1e-4;
        for (double[] point : MadeCurves.others()) {
            Slope slope = model.slope(point);
            Predictions there = model.predict(List.of(point));
            assertThat(slope.mean()).isEqualTo(there.mean(0), within(1e-6));
            assertThat(slope.deviation()).isEqualTo(there.deviation(0), within(1e-6));
            for (int at = 0; at < point.length; at++) {
                double[] low = point.clone();
                double[] high = point.clone();
                low[at] -= step;
                high[at] += step;
                Predictions around = model.predict(List.of(low, high));
                assertThat(slope.meanBy(at)).isEqualTo((around.mean(1) - around.mean(0)) / (2 * step), within(2e-2));
                assertThat(slope.deviationBy(at))
                        .isEqualTo((around.deviation(1) - around.deviation(0)) / (2 * step), within(2e-2));
            }
        }
    }

    @Test
    void trialThatRunsIsTakenToComeOutAsPredicted() {
        MadeCurves made = some(DOWN);
        double[] point = {.9, .1};
        made.add(made.running(point));
        CurveModel model = made.model();
        Predictions before = model.predict(List.of(point));
        Predictions believed = model.believing().predict(List.of(point));
        assertThat(believed.mean(0)).isEqualTo(before.mean(0), within(1e-2));
        assertThat(believed.deviation(0)).isLessThan(.7 * before.deviation(0));
    }

    @Test
    void chanceIsHighForWhatIsGoodEarly_andLowForWhatIsBad() {
        MadeCurves made = some(DOWN);
        double[] good = {.3, .6};
        double[] bad = {.95, .05};
        assertThat(chance(made.model(), made.running(good, 3), good)).isGreaterThan(.5);
        assertThat(chance(made.model(), made.running(bad, 3), bad)).isLessThan(.01);
    }

    @Test
    void directionMakesNoDifference() {
        MadeCurves down = some(DOWN);
        MadeCurves up = some(Aim.last(Direction.MAXIMIZE));
        double[] point = {.5, .5};
        assertThat(chance(up.model(), up.running(point, 3), point))
                .isEqualTo(chance(down.model(), down.running(point, 3), point), within(1e-9));
    }

    /** A level at which the good ones are behind stops nobody, and is not in the model. */
    @Test
    void levelThatMisleadsIsLeftOut() {
        MadeCurves made = new MadeCurves(DOWN);
        List<double[]> points = MadeCurves.others();
        points.forEach(point -> made.add(reversed(made, point)));
        double[] worst = points.stream()
                .max(Comparator.comparingDouble(point -> MadeCurves.loss(point, MadeCurves.END)))
                .orElseThrow();
        assertThat(made.model().isTelling(0)).isFalse();
        assertThat(made.model().isTelling(1)).isTrue();
        double end = made.model().predict(List.of(worst)).mean(0);
        assertThat(end)
                .isGreaterThan(
                        made.model().predict(List.of(new double[] {.3, .6})).mean(0));
    }

    /** A model of ends alone is better where nothing before them is in their order, and where all trials are complete anyway. */
    @Test
    void modelOfCurvesIsBetter_whereStoppedTrialsTellOfEnds() {
        assertThat(some(DOWN).model().isBetter()).isTrue();
        MadeCurves misleading = new MadeCurves(DOWN);
        MadeCurves.others().forEach(point -> misleading.add(reversed(misleading, point)));
        assertThat(misleading.model().isBetter()).isFalse();
        assertThat(new MadeCurves(DOWN).with(8, MadeCurves.END).model().isOfCurves())
                .isTrue();
    }

    /** What is left out of a model because there is too much of it must not count as an error of the model. */
    @Test
    void modelOfCurvesIsBetter_howeverManyTrialsThereAre() {
        MadeCurves made = new MadeCurves(DOWN);
        for (int round = 0; round < 20; round++) {
            made.with(1, MadeCurves.END).with(5, 9);
        }
        CurveModel judging = new CurveModels()
                .without(
                        120,
                        made.table().encoding().space(),
                        Ladder.of(MadeCurves.END, 2),
                        made.history(),
                        made.facts());
        assertThat(judging.isBetter()).isTrue();
        assertThat(made.model().isBetter()).isTrue();
    }

    /** Values on the way that have nothing to do with the final ones stop nobody. */
    @Test
    void finalValuesInAnotherOrderThanTheLastIntermediateOnes_sayThatNothingIsKnown() {
        MadeCurves made = new MadeCurves(DOWN);
        for (double[] point : MadeCurves.others()) {
            TrialRecord trial = made.running(point, MadeCurves.END);
            double last = trial.lastObservation().orElseThrow().value();
            made.add(trial.finished(Outcome.Complete.of(-last), Instant.EPOCH));
        }
        assertThat(made.model().isTelling(0)).isFalse();
        assertThat(made.model().isTelling(1)).isFalse();
    }

    @Test
    void modelIsAFunctionOfTheHistory() {
        CurveModels longLived = new CurveModels();
        MadeCurves made = new MadeCurves(DOWN).with(2, MadeCurves.END);
        for (int trial = 0; trial < 30; trial++) {
            made.with(1, trial % 3 == 0 ? MadeCurves.END : trial % 3 == 1 ? 9 : 3);
            CurveModel model = longLived.of(made.table(), Ladder.of(MadeCurves.END, 2), made.facts());
            assertThat(model.prospects()).isEqualTo(made.model().prospects());
        }
    }

    @Test
    void judgedTrialIsNoEvidenceOfItself() {
        MadeCurves made = some(DOWN);
        double[] point = {.9, .1};
        CurveModels models = new CurveModels();
        double[] chances = new double[3];
        for (int steps = 1; steps <= 3; steps++) {
            MadeCurves other = some(DOWN);
            other.add(other.running(point, steps));
            CurveModel model = models.without(
                    26, made.table().encoding().space(), Ladder.of(MadeCurves.END, 2), other.history(), made.facts());
            chances[steps - 1] = chance(model, made.running(point, 3), point);
        }
        assertThat(chances).containsOnly(chance(made.model(), made.running(point, 3), point));
    }

    @Test
    void veryManyTrialsAreThinned() {
        MadeCurves made = new MadeCurves(DOWN).with(340, 3).with(8, MadeCurves.END);
        assertThat(made.model().prospects()).hasSize(348);
    }

    private static Map<Integer, Double> ends(CurveModel model) {
        Map<Integer, Double> ends = new HashMap<>();
        model.prospects().forEach((number, prospect) -> ends.put(number, prospect.mean()));
        return ends;
    }

    private static double chance(CurveModel model, TrialRecord trial, double[] point) {
        return model.cautious(trial, point).chance(model.best());
    }

    private static TrialRecord reversed(MadeCurves made, double[] point) {
        double end = MadeCurves.loss(point, MadeCurves.END);
        Progress progress = Progress.NONE
                .with(new Observation(3, .5 - end))
                .with(new Observation(9, .1 + end))
                .with(new Observation(MadeCurves.END, end));
        return made.running(point).with(progress).finished(Outcome.Complete.of(end), Instant.EPOCH);
    }
}
