// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.trial.Observation;
import java.util.List;

/** The intermediate values of a trial as a function of the step. */
final class Curves {

    private Curves() {}

    /**
     * Returns the last observation up to a step.
     *
     * @param observations by rising step, the first of them at or before the step
     */
    static Observation at(List<Observation> observations, long step) {
        int low = 0;
        int high = observations.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (observations.get(middle).step() <= step) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return observations.get(low);
    }
}
