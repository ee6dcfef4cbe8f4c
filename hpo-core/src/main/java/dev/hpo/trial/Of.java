// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a trial's intermediate values come to: its value when no final one was reported, and what it is judged by on the way there. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum Of {
    /** The last one: what the trial ended with. */
    LAST,

    /**
     * The best one: for training that keeps the best state it has seen. Choosing the best of many noisy values looks better
     * than it is, the more so the more values there are.
     */
    BEST,

    /** The mean of all: for folds of a cross-validation, for data sets, or for repetitions with other seeds, one step for each. */
    MEAN;

    /**
     * Returns what the first intermediate values of a trial come to; it takes the same time for many as for few.
     *
     * @param progress what the trial has reported
     * @param reports how many values; at least 0, at most all. Of none, the value is empty
     * @param direction which values are better; the best one is a finite one, if there is any
     * @return NaN for a mean of values that are not all finite
     */
    public OptionalDouble value(Progress progress, int reports, Direction direction) {
        if (reports == 0) {
            return OptionalDouble.empty();
        }
        double last = progress.observations().get(reports - 1).value();
        CurveFacts curve = this == LAST ? CurveFacts.NONE : progress.curve(reports);
        return OptionalDouble.of(
                switch (this) {
                    case LAST -> last;
                    case BEST -> curve.best(direction).orElse(last);
                    case MEAN -> curve.areFinite() ? curve.mean() : Double.NaN;
                });
    }

    /** Returns what all intermediate values of a trial come to; empty if there are none. */
    public OptionalDouble value(Progress progress, Direction direction) {
        return value(progress, progress.observations().size(), direction);
    }
}
