// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.trial.Observation;
import java.util.List;
import java.util.Optional;

/** The intermediate values of a trial as a function of the step. */
final class Curves {

    private Curves() {}

    /**
     * Returns the last observation up to a step, if there is one.
     *
     * @param observations by rising step
     */
    static Optional<Observation> at(List<Observation> observations, long step) {
        int after = firstAfter(observations, step);
        return after == 0 ? Optional.empty() : Optional.of(observations.get(after - 1));
    }

    /**
     * Returns the first observation at a step or beyond it, if there is one.
     *
     * @param observations by rising step
     */
    static Optional<Observation> from(List<Observation> observations, long step) {
        int first = firstAfter(observations, step - 1);
        return first == observations.size() ? Optional.empty() : Optional.of(observations.get(first));
    }

    /** Returns the last step; -1 if there is none. */
    static long lastStep(List<Observation> observations) {
        return observations.isEmpty()
                ? -1
                : observations.get(observations.size() - 1).step();
    }

    private static int firstAfter(List<Observation> observations, long step) {
        int low = 0;
        int high = observations.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (observations.get(middle).step() <= step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
