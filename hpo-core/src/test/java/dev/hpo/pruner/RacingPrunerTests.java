// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import static dev.hpo.pruner.MadeTrials.complete;
import static dev.hpo.pruner.MadeTrials.completeWith;
import static dev.hpo.pruner.MadeTrials.facts;
import static dev.hpo.pruner.MadeTrials.isStopped;
import static dev.hpo.pruner.MadeTrials.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RacingPrunerTests {

    private final RacingPruner pruner = new RacingPruner();
    private final History ten = History.of(List.of(completeWith(0, 1, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2)));

    /** With differences of m + 1 and m - 1, three each, t is m / sqrt(1.2 (1/6 + ratio)); 4.0321 leaves .005 of Student's distribution with 5. */
    @Test
    void testIsStudentsWithACorrectedVariance() {
        double mean = 4.0321 * Math.sqrt(1.2 * (1 / 6.0 + 1 / 9.0));
        double[] differences = {mean + 1, mean - 1, mean + 1, mean - 1, mean + 1, mean - 1};
        assertThat(RacingPruner.probability(differences, 1 / 9.0)).isCloseTo(0.005, within(1e-6));
        assertThat(RacingPruner.probability(differences, 0)).isLessThan(0.002);
        assertThat(RacingPruner.probability(new double[] {2, 2, 2, 2, 2, 2}, 0.1))
                .isZero();
        assertThat(RacingPruner.probability(new double[] {0, 0, 0, 0, 0, 0}, 0.1))
                .isEqualTo(1);
        assertThat(RacingPruner.probability(new double[] {-2, -2, -2, -2, -2, 1}, 0.1))
                .isEqualTo(1);
    }

    @Test
    void muchWorseTrialStopsAtTheSixthFold_notBefore() {
        double[] bad = {9, 8, 9, 8, 9, 8};
        assertThat(isStopped(pruner, running(1, Arrays.copyOf(bad, 5)), ten)).isFalse();
        assertThat(pruner.judge(MadeTrials.asCase(running(1, bad), ten, facts(Direction.MINIMIZE))))
                .isInstanceOfSatisfying(Verdict.Stop.class, stop -> assertThat(stop.reason())
                        .startsWith("worse than trial 0 on 6 of 10 folds (corrected paired t test, p = "));
        assertThat(isStopped(pruner, running(1, bad), ten, Direction.MAXIMIZE)).isFalse();
    }

    @Test
    void lastFoldStopsNothing() {
        double[] bad = {9, 8, 9, 8, 9, 8, 9, 8, 9, 8};
        assertThat(isStopped(pruner, running(1, Arrays.copyOf(bad, 9)), ten)).isTrue();
        assertThat(isStopped(pruner, running(1, bad), ten)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6})
    void raceOfFewFoldsStopsNothing_andTheDescriptionSaysSo(int folds) {
        double[] good = new double[folds];
        double[] bad = new double[folds];
        Arrays.setAll(bad, fold -> 100 + fold);
        History few = History.of(List.of(complete(0, good)));
        for (int reports = 1; reports <= folds; reports++) {
            assertThat(isStopped(pruner, running(1, Arrays.copyOf(bad, reports)), few))
                    .isFalse();
        }
        assertThat(pruner).asString().contains("with 5 folds nothing is stopped");
    }

    @Test
    void foldThatIsNotFiniteIsTheWorst() {
        assertThat(isStopped(pruner, running(1, 0, 0, Double.NaN, 0, 0, 0), ten))
                .isTrue();
        History broken = History.of(List.of(completeWith(0, 1, 1, Double.NaN, 1, 1, 1, 1, 1, 1)));
        assertThat(isStopped(pruner, running(1, 9, 9, 9, 9, 9, 9), broken)).isFalse();
    }

    /**
     * Over ten folds that share what makes them hard, and whose trainings share data; the incumbent is the one of twenty that looked best. A trial that is
     * better by half of the spread of its folds is stopped in few races, all looks together, one that is as good as a rival that was not chosen in 5 %.
     */
    @ParameterizedTest
    @CsvSource({"1, 0, 0, 0.05", "20, 1, -0.5, 0.05", "20, 1, -1, 0.05", "20, 1, -2, 0.05"})
    void betterTrialIsStoppedInFewRaces(int rivals, double spread, double gap, double most) {
        assertThat(new Races(rivals, spread, 4000).run(pruner, gap).stopped()).isLessThan(most);
    }

    /** Of races against trials that are worse by 1 and by 2 spreads. */
    @Test
    void worseTrialsSaveAQuarterOfTheFolds() {
        Races races = new Races(20, 1, 4000);
        double one = races.run(pruner, 1).saved();
        double two = races.run(pruner, 2).saved();
        assertThat((one + two) / 2).isGreaterThan(0.25);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pruner.withLevel(0.5))
                .withMessage("level (0.5) must be above 0 and below 0.5");
        assertThatIllegalArgumentException().isThrownBy(() -> pruner.withTestToTraining(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> pruner.withTestToTraining(Double.NaN));
    }
}
