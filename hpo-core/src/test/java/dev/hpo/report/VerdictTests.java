// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static dev.hpo.report.Studies.mlp;
import static dev.hpo.report.Studies.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.report.Studies.Trials;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Outcome;
import org.junit.jupiter.api.Test;

class VerdictTests {

    private static final String LUCK =
            "It rests on one run of each, so there is no interval, and the best of many is flattered by luck.";

    @Test
    void betterThanTheStart_inPerCentAndInTheUnitOfTheMetric() {
        assertThat(Verdict.of(Studies.usual()))
                .isEqualTo(
                        "Trial 2 is the best of 8, with a validation loss of 0.1237, 72.6 % lower than the start (0.4521),"
                                + " a difference of 0.3284. " + LUCK);
    }

    @Test
    void startIsBest_saysSo() {
        Trials trials = new Trials()
                .initial(mlp(0.01, 0.9, 64, null), Outcome.Complete.of(0.1))
                .sampled(mlp(0.1, 0.9, 64, 0.9), Outcome.Complete.of(0.2));
        assertThat(Verdict.of(view(Studies.MLP, trials.history())))
                .isEqualTo("Trial 0 is the best of 2, with a validation loss of 0.1: the start configuration itself;"
                        + " nothing better was found. " + LUCK);
    }

    @Test
    void ties_areCounted() {
        Trials trials = new Trials()
                .sampled(mlp(0.01, 0.9, 64, null), Outcome.Complete.of(0.1))
                .sampled(mlp(0.1, 0.9, 64, 0.9), Outcome.Complete.of(0.1));
        assertThat(Verdict.of(view(Studies.MLP, trials.history())))
                .isEqualTo(
                        "Trial 0 is the best of 2, with a validation loss of 0.1; there is no start to compare it with."
                                + " 2 trials have this very value. " + LUCK);
    }

    @Test
    void startThatFailed_isNothingToCompareWith() {
        Trials trials = new Trials()
                .initial(mlp(0.01, 0.9, 64, null), Studies.failed(Failure.Kind.EXCEPTION, "no"))
                .sampled(mlp(0.1, 0.9, 64, 0.9), Outcome.Complete.of(0.1));
        assertThat(Verdict.of(view(Studies.MLP, trials.history())))
                .contains("; the start did not complete, so there is nothing to compare it with.");
    }

    @Test
    void nothingComplete_saysWhatThereIs() {
        Trials trials =
                new Trials().initial(mlp(0.01, 0.9, 64, null), Studies.failed(Failure.Kind.NO_REPORT, "no value"));
        assertThat(Verdict.of(view(Studies.MLP, trials.history())))
                .isEqualTo("No trial is complete, so there is no best configuration: 1 failed.");
        assertThat(Verdict.of(view(Studies.MLP, History.empty()))).isEqualTo("No trial has begun.");
    }
}
