// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * A number for each trial, of which only those of trials that have changed are read anew. Whatever history it is asked about, and in whatever order, the
 * answers are those that would be computed anew. Not safe for use by several threads.
 */
final class PerTrial {

    private History seen = History.empty();
    private double[] numbers = new double[0];

    /**
     * Returns the numbers of all trials.
     *
     * @param reading says the number of a trial, from its record, and from whether another one goes on with it; always the same function
     */
    double[] of(History history, ToDoubleFunction<TrialRecord> reading) {
        int size = history.size();
        if (size > numbers.length) {
            numbers = Arrays.copyOf(numbers, size + size / 2);
        }
        for (int number : history.changedSince(seen)) {
            numbers[number] = reading.applyAsDouble(history.trial(number));
        }
        seen = history;
        return Arrays.copyOf(numbers, size);
    }

    /** Returns for how many trials there is room. */
    int room() {
        return numbers.length;
    }
}
