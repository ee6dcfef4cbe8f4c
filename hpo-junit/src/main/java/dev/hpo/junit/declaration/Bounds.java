// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.trial.Direction;

/** The rules for the bounds of an {@link ExpectBest}. */
final class Bounds {

    private Bounds() {}

    /**
     * Checks that they can hold and can break.
     *
     * @param test what errors call the test
     * @param direction which values are better
     * @throws TuningConfigurationException if there is no bound, no value can keep to those there are, or every bad value does
     */
    static void require(ExpectBest bounds, String test, Direction direction) {
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
}
