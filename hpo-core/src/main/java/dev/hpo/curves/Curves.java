// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import dev.hpo.trial.Observation;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The reports of a trial as a function of the step. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Curves {

    private Curves() {}

    /**
     * Returns how many reports there are up to a step.
     *
     * @param observations by rising step
     */
    public static int until(List<Observation> observations, long step) {
        return firstAfter(observations, step);
    }

    /**
     * Returns how many reports there are up to the first one at a step or beyond it; 0 if there is none.
     *
     * @param observations by rising step
     */
    public static int upTo(List<Observation> observations, long step) {
        int first = firstAfter(observations, step - 1);
        return first == observations.size() ? 0 : first + 1;
    }

    /** Returns the last step; -1 if there is none. */
    public static long lastStep(List<Observation> observations) {
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
