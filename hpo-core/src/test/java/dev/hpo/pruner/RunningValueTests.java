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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pruners judge by what the values up to a step come to in the study: its last, its best or its mean. */
class RunningValueTests {

    /** Folds 1 to 10 that differ by more than the trials do, as folds do: fold k is k apart from the mean of a trial. */
    private final History folds = History.of(IntStream.range(0, 12)
            .mapToObj(number -> completeWith(number, number, values(number, 10)))
            .toList());

    private static double[] values(double mean, int folds) {
        return values(mean, folds, 100);
    }

    static Stream<Pruner> pruners() {
        return Stream.of(
                new MedianPruner(),
                new SuccessiveHalvingPruner().withMinimumSteps(3),
                new HyperbandPruner().withMinimumSteps(3).withMaximumSteps(8)); // so that it has one bracket
    }

    /** Whether later folds are the easier or the harder ones, a trial of 50 is worse than all, one of -50 better, be its last fold the opposite. */
    @ParameterizedTest
    @MethodSource("prunersAndOffsets")
    void trialOfFolds_isJudgedByItsMean(Pruner pruner, double offset) {
        History folds = folds(12, offset);
        double[] luckyAtLast = values(50, 3, offset);
        luckyAtLast[2] -= 100;
        double[] unluckyAtLast = values(-50, 3, offset);
        unluckyAtLast[2] += 100;

        assertThat(isStopped(pruner, running(12, values(50, 3, offset)), folds, Of.MEAN))
                .isTrue();
        assertThat(isStopped(pruner, running(12, luckyAtLast), folds, Of.MEAN)).isTrue();
        assertThat(isStopped(pruner, running(12, luckyAtLast), folds, Of.LAST)).isFalse();
        assertThat(isStopped(pruner, running(12, unluckyAtLast), folds, Of.MEAN))
                .isFalse();
    }

    static Stream<Arguments> prunersAndOffsets() {
        return pruners()
                .flatMap(pruner -> DoubleStream.of(10, -10, 0).mapToObj(offset -> Arguments.of(pruner, offset)));
    }

    private static History folds(int trials, double offset) {
        return History.of(IntStream.range(0, trials)
                .mapToObj(number -> completeWith(number, number, values(number, 10, offset)))
                .toList());
    }

    private static double[] values(double mean, int folds, double offset) {
        return IntStream.rangeClosed(1, folds)
                .mapToDouble(fold -> mean + offset * (5.5 - fold))
                .toArray();
    }

    /** Means over other folds, as those without the last one, do not compare. */
    @ParameterizedTest
    @ValueSource(doubles = {100, -100, 0})
    void defaultPruner_judgesByTheMeanOfTheSameFolds(double offset) {
        History many = folds(40, offset);
        double[] good = values(5, 6, offset);
        double[] luckyAtLast = values(60, 6, offset);
        luckyAtLast[4] -= 60;
        luckyAtLast[5] -= 60;
        double[] unluckyAtLast = values(5, 6, offset);
        unluckyAtLast[4] += 60;
        unluckyAtLast[5] -= 60;

        assertThat(isStopped(new AutoPruner(), running(40, values(60, 6, offset)), many, Of.MEAN))
                .isTrue();
        assertThat(isStopped(new AutoPruner(), running(40, luckyAtLast), many, Of.MEAN))
                .isTrue();
        assertThat(isStopped(new AutoPruner(), running(40, luckyAtLast), many, Of.LAST))
                .isFalse();
        assertThat(isStopped(new AutoPruner(), running(40, good), many, Of.MEAN))
                .isFalse();
        assertThat(isStopped(new AutoPruner(), running(40, unluckyAtLast), many, Of.MEAN))
                .isFalse();
    }

    /** However good it was. */
    @ParameterizedTest
    @MethodSource("ofCurves")
    void trainingThatHasBecomeNaN_isOver(Of of) {
        History many = History.of(IntStream.range(0, 40)
                .mapToObj(number -> completeWith(number, 40 + number, values(40 + number, 10, 1)))
                .toList());
        TrialRecord broken = running(40, 3, 2, Double.NaN, Double.NaN);

        assertThat(isStopped(new AutoPruner(), broken, many, of)).isTrue();
        assertThat(isStopped(new SuccessiveHalvingPruner().withMinimumSteps(4), broken, many, of))
                .isTrue();
    }

    static Stream<Of> ofCurves() {
        return Stream.of(Of.LAST, Of.BEST);
    }

    @ParameterizedTest
    @MethodSource("judgesOfMeans")
    void foldThatIsNotFinite_isNamed(Pruner pruner) {
        TrialRecord broken = running(40, 30, 20, Double.NaN, 20);

        Verdict verdict = pruner.judge(MadeTrials.asCase(broken, folds(40, 1), facts(Of.MEAN)));

        assertThat(verdict)
                .isEqualTo(new Verdict.Stop("value (NaN) of fold 3 is not finite, and so is no mean with it"));
    }

    static Stream<Pruner> judgesOfMeans() {
        return Stream.of(
                new AutoPruner(),
                new MedianPruner(),
                new ThresholdPruner(),
                new SuccessiveHalvingPruner().withMinimumSteps(4));
    }

    /** One that ended early would leave nobody to race against. */
    @Test
    void race_isAgainstTheBestOfThoseWithTheMostFolds() {
        History means = History.of(List.of(
                completeWith(0, 0, values(0, 10)),
                completeWith(1, -5, values(-5, 10)),
                completeWith(2, -50, values(-50, 4))));
        double[] worse = values(40, 7);
        worse[3] -= 1;

        assertThat(isStopped(new RacingPruner(), running(3, worse), means, Of.MEAN))
                .isTrue();
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
        Pruner always = judged -> new Verdict.Stop("always");
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
        return pruner.judge(MadeTrials.asCase(trial, history, facts(of))) instanceof Verdict.Stop;
    }

    private static StudyFacts facts(Of of) {
        return new StudyFacts("study", new Aim(Direction.MINIMIZE, of), 1, new Budget(50, 1), List.of());
    }
}
