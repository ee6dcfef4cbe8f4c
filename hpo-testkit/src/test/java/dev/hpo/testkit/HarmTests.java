// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.AutoPruner;
import dev.hpo.pruner.MedianPruner;
import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.AutoSampler;
import dev.hpo.sampler.RandomSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * The default pruner does no harm: with as many trials, studies end where they would have ended without it, by the mean over seeds of the logarithm of the
 * regret. What they save is beside it.
 */
class HarmTests {

    private static final int SEEDS = 40;
    private static final int TRIALS = 50;

    private final PrunedStudies random = new PrunedStudies(RandomSampler::new, TRIALS, SEEDS);

    /** Where curves say what comes of them, most of what they save is for nothing; where they do not, little is saved and little lost. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"LATE", "BOOSTING"})
    void randomSearchEndsWhereItDoesUnpruned(CurveFunction function) throws InterruptedException {
        PrunedStudies.Result unpruned = random.run(function, NopPruner::new);
        PrunedStudies.Result pruned = random.run(function, AutoPruner::new);
        assertThat(pruned.lossAgainst(unpruned)).isLessThan(0.01);
    }

    /** What bears fruit late, and boosting, whose first rounds favour what ends badly, are what the median rule is lost on. */
    @ParameterizedTest
    @CsvSource({"LATE, 0.17, 0.25", "BOOSTING, 0.06, 0.2"})
    void deceptiveCurvesCostLittle_andFarLessThanUnderTheMedianRule(
            CurveFunction function, double most, double underMedian) throws InterruptedException {
        PrunedStudies.Result unpruned = random.run(function, NopPruner::new);
        assertThat(random.run(function, AutoPruner::new).lossAgainst(unpruned)).isLessThan(most);
        assertThat(random.run(function, MedianPruner::new).lossAgainst(unpruned))
                .isGreaterThan(underMedian);
    }

    @ParameterizedTest
    @CsvSource({
        "EASY, 0.75",
        "NOISY, 0.75",
        "BROKEN, 0.75",
        "LENGTHS, 0.75",
        "PLATEAU, 0.85",
        "BOOSTING, 0.9",
        "DIVERGING, 0.85"
    })
    void stepsAreSavedWhereCurvesSayWhatComesOfThem(CurveFunction function, double most) throws InterruptedException {
        PrunedStudies.Result unpruned = random.run(function, NopPruner::new);
        assertThat(random.run(function, AutoPruner::new).steps()).isLessThan((long) (most * unpruned.steps()));
    }

    @Test
    void stepsThatSayNothingStopNothing() throws InterruptedException {
        assertThat(random.run(CurveFunction.NOTHING, AutoPruner::new).stopped()).isLessThan(SEEDS / 4);
    }

    /** With a sampler that learns from each trial. */
    @ParameterizedTest
    @EnumSource(names = {"EASY", "PLATEAU", "NOISY", "BOOSTING"})
    void learningSearchEndsWhereItDoesUnpruned(CurveFunction function) throws InterruptedException {
        PrunedStudies learning = new PrunedStudies(AutoSampler::new, 30, 6);
        PrunedStudies.Result unpruned = learning.run(function, NopPruner::new);
        assertThat(learning.run(function, AutoPruner::new).lossAgainst(unpruned))
                .isLessThan(0.15);
    }
}
