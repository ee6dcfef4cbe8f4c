// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An intermediate value of a trial.
 *
 * @param step how far the trial had come, in a unit of its own such as epochs; at least 0
 * @param value the value, which may be NaN or infinite
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Observation(long step, double value) {

    /** Creates an observation, checking its step. */
    public Observation {
        if (step < 0) {
            throw new IllegalArgumentException("step (" + step + ") must be at least 0");
        }
    }
}
