// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An intermediate value of a trial; of a study with several objectives, a value for each.
 *
 * @param step how far the trial had come, in a unit of its own such as epochs; at least 0
 * @param value the value of the first objective, and in the usual case the only one; it may be NaN or infinite
 * @param others the values of the further objectives, in their order
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Observation(long step, double value, List<Double> others) {

    /** Creates an observation, checking its step. */
    public Observation {
        if (step < 0) {
            throw new IllegalArgumentException("step (" + step + ") must be at least 0");
        }
        others = List.copyOf(others);
    }

    /**
     * Creates an observation of a single objective.
     *
     * @param step how far the trial had come; at least 0
     * @param value the value
     */
    public Observation(long step, double value) {
        this(step, value, List.of());
    }

    /** Returns the values of all objectives. */
    public List<Double> values() {
        return Stream.concat(DoubleStream.of(value).boxed(), others.stream()).toList();
    }
}
