// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import static dev.hpo.pruner.MadeTrials.complete;
import static dev.hpo.pruner.MadeTrials.isStopped;
import static dev.hpo.pruner.MadeTrials.judged;
import static dev.hpo.pruner.MadeTrials.pruned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyperbandPrunerTests {

    private static final int SEED = 1;

    private final HyperbandPruner pruner = new HyperbandPruner().withMaximumSteps(81);

    @ParameterizedTest
    @CsvSource({"1, 81, 3, 5", "1, 80, 3, 4", "1, 100, 3, 5", "1, 30, 3, 4", "2, 30, 4, 2", "1, 2, 3, 1", "5, 5, 2, 1"})
    void bracketsAreAsManyAsRungs(long minimum, long end, int factor, int brackets) {
        HyperbandPruner other = new HyperbandPruner().withMinimumSteps(minimum).withReductionFactor(factor);
        assertThat(other.brackets(end)).isEqualTo(brackets);
    }

    /** Those of table 1 of the paper, 81, 34, 15, 8 and 5. */
    @Test
    void bracketsHaveHyperbandsProportions() {
        int[] counts = new int[5];
        for (int number = 0; number < 143_000; number++) {
            counts[pruner.bracket(SEED, number, 5)]++;
        }
        int[] expected = {81, 34, 15, 8, 5};
        for (int bracket = 0; bracket < 5; bracket++) {
            assertThat(counts[bracket] / 1000.0).isCloseTo(expected[bracket], within(1.0));
        }
    }

    @Test
    void bracketIsOfTheSeedAndTheNumberAlone() {
        List<Integer> one = brackets(pruner, 1);
        assertThat(brackets(new HyperbandPruner(), 1)).isEqualTo(one);
        assertThat(brackets(pruner, 2)).isNotEqualTo(one);
    }

    @Test
    void trialIsComparedWithThoseOfItsOwnBracket() {
        int own = first(0, 0);
        int sameBracket = first(0, own + 1);
        int other = first(1, 0);
        TrialRecord bad = judged(Math.max(sameBracket, other) + 1, 99);
        int judgedBracket = pruner.bracket(SEED, bad.number(), 5);
        List<TrialRecord> trials = new ArrayList<>();
        for (int number = 0; number < bad.number(); number++) {
            boolean isRival = pruner.bracket(SEED, number, 5) == judgedBracket;
            trials.add(pruned(number, isRival ? 100 : 1));
        }
        assertThat(isStopped(pruner, bad, History.of(trials))).isFalse();
    }

    @Test
    void laterBracketStopsLater() {
        int early = first(0, 10);
        int late = first(1, 10);
        History good = history(Math.max(early, late));
        assertThat(isStopped(pruner, judged(early, 99), good)).isTrue();
        assertThat(isStopped(pruner, judged(late, 99), good)).isFalse();
        assertThat(isStopped(pruner, judged(late, 99, 99, 99), good)).isTrue();
    }

    @Test
    void lastBracketStopsNothing() {
        int number = first(4, 10);
        double[] bad = new double[81];
        Arrays.fill(bad, 99);
        for (int reports = 1; reports <= 81; reports++) {
            assertThat(isStopped(pruner, judged(number, Arrays.copyOf(bad, reports)), history(number)))
                    .isFalse();
        }
    }

    @Test
    void lengthIsLearned_andUntilThenNothingStops() {
        HyperbandPruner learning = new HyperbandPruner();
        int number = first(0, 10);
        assertThat(isStopped(learning, judged(number, 99), history(number))).isFalse();
        List<TrialRecord> known = new ArrayList<>(history(number).trials());
        known.set(0, complete(0, new double[81]));
        assertThat(isStopped(learning, judged(number, 99), History.of(known))).isTrue();
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> pruner.withMinimumSteps(0));
        assertThatIllegalArgumentException().isThrownBy(() -> pruner.withMaximumSteps(0));
        assertThatIllegalArgumentException().isThrownBy(() -> pruner.withReductionFactor(1));
    }

    private static History history(int trials) {
        List<TrialRecord> good = new ArrayList<>();
        for (int number = 0; number < trials; number++) {
            good.add(pruned(number, new double[81]));
        }
        return History.of(good);
    }

    private static List<Integer> brackets(HyperbandPruner pruner, long seed) {
        List<Integer> brackets = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            brackets.add(pruner.bracket(seed, number, 5));
        }
        return brackets;
    }

    /** Returns the first trial of a bracket from a number on. */
    private int first(int bracket, int from) {
        int number = from;
        while (pruner.bracket(SEED, number, 5) != bracket) {
            number++;
        }
        return number;
    }
}
