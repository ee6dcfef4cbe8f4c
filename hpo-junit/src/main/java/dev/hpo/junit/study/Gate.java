// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.TuningFailedError;
import dev.hpo.junit.declaration.TuningMethod;
import dev.hpo.report.StudyView;
import dev.hpo.trial.TrialRecord;

/** The check of {@link ExpectBest}. */
final class Gate {

    private Gate() {}

    /**
     * Checks the best value of a study that has one.
     *
     * @throws TuningFailedError if it is out of bounds
     */
    static void check(ExpectBest bounds, TuningMethod method, StudyView view) {
        TrialRecord best = view.best().orElseThrow();
        double value = view.bestValue().orElseThrow();
        check(
                bounds,
                method,
                value,
                "trial " + best.number()
                        + view.confirmed()
                                .map(confirmed ->
                                        ", the mean of " + confirmed.repeats().complete() + " runs that confirm it")
                                .orElse(""));
    }

    /**
     * Checks a value that stands for what a study has found.
     *
     * @param origin where it comes from
     * @throws TuningFailedError if it is out of bounds
     */
    static void check(ExpectBest bounds, TuningMethod method, double value, String origin) {
        String found = value + ", " + origin;
        if (value > bounds.atMost()) {
            throw broken(method, found, "must be at most " + bounds.atMost());
        }
        if (value < bounds.atLeast()) {
            throw broken(method, found, "must be at least " + bounds.atLeast());
        }
    }

    private static TuningFailedError broken(TuningMethod method, String found, String rule) {
        return new TuningFailedError(
                method.shortName() + ": best " + method.goal().metric() + " (" + found + ") " + rule
                        + "; look into the trials, or change @ExpectBest.");
    }
}
