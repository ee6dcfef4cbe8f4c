// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An intermediate value of a trial; of a study with several objectives, a value for each.
 *
 * <p>When it was made is known beside it, and makes no difference: two observations are equal if their steps and values are, as the same training takes
 * another time when it is repeated.
 *
 * @param step how far the trial had come, in a unit of its own such as epochs; at least 0
 * @param value the value of the first objective, and in the usual case the only one; it may be NaN or infinite
 * @param others the values of the further objectives, in their order
 * @param micros how many microseconds after the beginning of the trial it was made; {@value #UNTIMED} if that is not known
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Observation(long step, double value, List<Double> others, long micros) {

    /** In place of microseconds, where the time is not known. */
    public static final long UNTIMED = -1;

    /** Creates an observation, checking its step. */
    public Observation {
        if (step < 0) {
            throw new IllegalArgumentException("step (" + step + ") must be at least 0");
        }
        if (micros < UNTIMED) {
            throw new IllegalArgumentException(
                    "micros (" + micros + ") must be at least 0, or " + UNTIMED + " where the time is not known");
        }
        others = List.copyOf(others);
    }

    /**
     * Creates an observation without its time.
     *
     * @param step how far the trial had come; at least 0
     * @param value the value of the first objective
     * @param others the values of the further objectives
     */
    public Observation(long step, double value, List<Double> others) {
        this(step, value, others, UNTIMED);
    }

    /**
     * Creates an observation of a single objective, without its time.
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

    /** Returns how long after the beginning of the trial it was made, if that is known. */
    public Optional<Duration> elapsed() {
        return micros == UNTIMED ? Optional.empty() : Optional.of(Duration.of(micros, ChronoUnit.MICROS));
    }

    /** Returns this observation with its time, to the microsecond: what is finer is cut off. */
    public Observation after(Duration elapsed) {
        return new Observation(step, value, others, Math.max(0, elapsed.toNanos() / 1000));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Observation observation
                && step == observation.step
                && Double.compare(value, observation.value) == 0
                && others.equals(observation.others);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(step) + Double.hashCode(value)) + others.hashCode();
    }
}
