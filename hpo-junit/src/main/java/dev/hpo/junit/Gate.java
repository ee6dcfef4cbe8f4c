// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.report.StudyView;
import dev.hpo.trial.Direction;
import dev.hpo.trial.TrialRecord;

/** The check of {@link ExpectBest}. */
final class Gate {

    private Gate() {}

    /**
     * Checks that there is something to check.
     *
     * @param test what errors call the test
     * @param direction which values are better
     * @throws TuningConfigurationException if there is no bound, no value can keep to those there are, or every bad value does
     */
    static void requireBounds(ExpectBest bounds, String test, Direction direction) {
        if (bounds.atMost() == Double.POSITIVE_INFINITY && bounds.atLeast() == Double.NEGATIVE_INFINITY) {
            throw new TuningConfigurationException(
                    "@ExpectBest of " + test + " must have a bound; give atMost for a loss, atLeast for a score.");
        }
        // Not the other way round: NaN is neither above nor below.
        if (!(bounds.atLeast() <= bounds.atMost())) {
            throw new TuningConfigurationException(
                    "@ExpectBest atLeast (" + bounds.atLeast() + ") must not be above atMost (" + bounds.atMost()
                            + "), and both must be numbers; change it at " + test + ".");
        }
        boolean isMinimize = direction == Direction.MINIMIZE;
        if (isMinimize ? bounds.atMost() == Double.POSITIVE_INFINITY : bounds.atLeast() == Double.NEGATIVE_INFINITY) {
            throw new TuningConfigurationException("@ExpectBest of " + test + " must have "
                    + (isMinimize ? "atMost beside @Minimize" : "atLeast beside @Maximize")
                    + "; with the other bound alone it passes however bad the best value is.");
        }
    }

    /**
     * Checks the best value of a study that has one.
     *
     * @throws TuningFailedError if it is out of bounds
     */
    static void check(ExpectBest bounds, TuningMethod method, StudyView view) {
        TrialRecord best = view.best().orElseThrow();
        double value = best.value().orElseThrow();
        if (value > bounds.atMost()) {
            throw broken(method, best, "must be at most " + bounds.atMost());
        }
        if (value < bounds.atLeast()) {
            throw broken(method, best, "must be at least " + bounds.atLeast());
        }
    }

    private static TuningFailedError broken(TuningMethod method, TrialRecord best, String rule) {
        return new TuningFailedError(
                method.shortName() + ": best " + method.goal().metric() + " ("
                        + best.value().orElseThrow() + ", trial " + best.number() + ") " + rule
                        + "; look into the trials, or change @ExpectBest.");
    }
}
