// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.trial.TrialRecord;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A number for each trial, remembered for those that have ended: their records do not change any more. Whatever history it is asked
 * about, and in whatever order, the answers are those that would be computed anew. Not safe for use by several threads.
 */
final class PerTrial {

    private @Nullable TrialRecord[] records = new TrialRecord[0];
    private double[] numbers = new double[0];

    /**
     * Returns the numbers of some trials.
     *
     * @param trials by their numbers
     */
    @SuppressWarnings(
            "ReferenceEquality") // A record that is another object is looked at again; that of a trial that has ended
    // is the same.
    double[] of(List<TrialRecord> trials, ToDoubleFunction<TrialRecord> reading) {
        int size = trials.size();
        reserve(size);
        for (int number = 0; number < size; number++) {
            TrialRecord trial = trials.get(number);
            if (records[number] != trial) {
                numbers[number] = reading.applyAsDouble(trial);
                records[number] = trial.state().isFinished() ? trial : null;
            }
        }
        return Arrays.copyOf(numbers, size);
    }

    /** Returns for how many trials there is room. */
    int room() {
        return numbers.length;
    }

    private void reserve(int size) {
        if (size > numbers.length) {
            int length = size + size / 2;
            records = Arrays.copyOf(records, length);
            numbers = Arrays.copyOf(numbers, length);
        }
    }
}
