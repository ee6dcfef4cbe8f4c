// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import static dev.hpo.pruner.MadeTrials.completeWith;
import static dev.hpo.pruner.MadeTrials.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.trial.Aim;
import dev.hpo.trial.Budget;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Of;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pruners judge by what the values up to a step come to in the study: its last, its best or its mean. */
class RunningValueTests {

    /** Folds 1 to 10 that differ by more than the trials do, as folds do: fold k is k apart from the mean of a trial. */
    private final History folds = History.of(IntStream.range(0, 12)
            .mapToObj(number -> completeWith(number, number, values(number, 10)))
            .toList());

    private static double[] values(double mean, int folds) {
        return IntStream.rangeClosed(1, folds)
                .mapToDouble(fold -> mean + 100 * (5.5 - fold))
                .toArray();
    }

    static Stream<Pruner> pruners() {
        return Stream.of(
                new MedianPruner(),
                new SuccessiveHalvingPruner().withMinimumSteps(3),
                new HyperbandPruner().withMinimumSteps(3).withMaximumSteps(8)); // so that it has one bracket
    }

    @ParameterizedTest
    @MethodSource("pruners")
    void trialOfFolds_isJudgedByTheirMean(Pruner pruner) {
        double[] lucky = values(50, 3);
        lucky[2] = -1000;
        double[] unlucky = values(-50, 3);
        unlucky[2] += 20;

        assertThat(isStopped(pruner, running(12, lucky), Of.MEAN)).isFalse();
        assertThat(isStopped(pruner, running(12, values(50, 3)), Of.MEAN)).isTrue();
        assertThat(isStopped(pruner, running(12, unlucky), Of.MEAN)).isFalse();
    }

    /** One good fold at the beginning makes no good trial. */
    @Test
    void bestFold_saysNothingOfTheMean() {
        double[] good = values(50, 3);
        good[0] -= 60;

        assertThat(isStopped(new MedianPruner(), running(12, good), Of.MEAN)).isTrue();
    }

    @Test
    void comparedTrials_countWithTheirBestWhereThatIsTheirValue() {
        History risen = History.of(IntStream.range(0, 6)
                .mapToObj(number -> completeWith(number, 1, 5, 1, 9, 9))
                .toList());
        TrialRecord trial = running(6, 5, 3, 3);

        assertThat(isStopped(new MedianPruner(), trial, risen, Of.LAST)).isFalse();
        assertThat(isStopped(new MedianPruner(), trial, risen, Of.BEST)).isTrue();
    }

    /** As one pruner may judge for several studies. */
    @Test
    void studies_areToldApart() {
        Pruner pruner = new MedianPruner();
        History risen = History.of(IntStream.range(0, 6)
                .mapToObj(number -> completeWith(number, 1, 5, 1, 9, 9))
                .toList());
        TrialRecord trial = running(6, 5, 3, 3);

        List<Boolean> verdicts = Stream.of(Of.LAST, Of.BEST, Of.LAST, Of.BEST)
                .map(of -> isStopped(pruner, trial, risen, of))
                .toList();
        assertThat(verdicts).containsExactly(false, true, false, true);
    }

    @Test
    void defaultPruner_judgesByTheMean() {
        Pruner pruner = new AutoPruner();
        History many = History.of(IntStream.range(0, 40)
                .mapToObj(number -> completeWith(number, number, values(number, 10)))
                .toList());
        double[] lastIsGood = DoubleStream.concat(
                        DoubleStream.of(values(60, 4)), DoubleStream.of(values(60, 6)[4] - 300, values(60, 6)[5] - 300))
                .toArray();

        assertThat(isStopped(pruner, running(40, values(60, 6)), many, Of.MEAN)).isTrue();
        assertThat(isStopped(pruner, running(40, lastIsGood), many, Of.MEAN)).isFalse();
    }

    /** One fold outside the bounds is not the mean. */
    @Test
    void threshold_isOneOfTheMean() {
        Pruner pruner = new ThresholdPruner().withUpper(10);

        assertThat(isStopped(pruner, running(12, 2, 2, 14), Of.MEAN)).isFalse();
        assertThat(isStopped(pruner, running(12, 2, 2, 14), Of.LAST)).isTrue();
        assertThat(isStopped(pruner, running(12, 2, 30, 2), Of.MEAN)).isTrue();
        assertThat(isStopped(pruner, running(12, 2, 30, 2), Of.LAST)).isFalse();
        assertThat(isStopped(pruner, running(12, 2, Double.NaN, 2), Of.MEAN)).isTrue();
        assertThat(isStopped(pruner, running(12, 2, 2, Double.NaN), Of.BEST)).isTrue();
    }

    /** A good first fold is no height from which a trial can only fall. */
    @Test
    void patience_isForMeansThatGrowNoBetter() {
        Pruner always = (trial, history, facts) -> new Verdict.Stop("always");
        Pruner pruner = new PatientPruner(always).withPatience(2);

        assertThat(isStopped(pruner, running(12, 1, 9, 4, 4), Of.MEAN)).isFalse();
        assertThat(isStopped(pruner, running(12, 1, 9, 4, 4), Of.LAST)).isTrue();
        assertThat(isStopped(pruner, running(12, 9, 1, 7, 7), Of.MEAN)).isTrue();
        assertThat(isStopped(pruner, running(12, 9, 1, 4, Double.NaN), Of.MEAN)).isTrue();
    }

    /** Both compare fold with fold, and the value to reach is the mean. */
    @ParameterizedTest
    @MethodSource("paired")
    void races_areOverTheFoldsOfTheBestMean(Pruner pruner) {
        History means = History.of(List.of(
                completeWith(0, 0, values(0, 10)),
                completeWith(1, -5, values(-5, 10)),
                completeWith(2, 3, values(3, 10))));
        double[] worse = values(2, 7);
        worse[3] -= 1;
        double[] better = values(-8, 7);
        better[3] += 1;

        assertThat(isStopped(pruner, running(3, worse), means, Of.MEAN)).isTrue();
        assertThat(isStopped(pruner, running(3, better), means, Of.MEAN)).isFalse();
    }

    static Stream<Pruner> paired() {
        return Stream.of(new RacingPruner(), new WilcoxonPruner());
    }

    private boolean isStopped(Pruner pruner, TrialRecord trial, Of of) {
        return isStopped(pruner, trial, folds, of);
    }

    private static boolean isStopped(Pruner pruner, TrialRecord trial, History history, Of of) {
        StudyFacts facts = new StudyFacts("study", new Aim(Direction.MINIMIZE, of), 1, new Budget(50, 1), List.of());
        return pruner.judge(trial, history, facts) instanceof Verdict.Stop;
    }
}
