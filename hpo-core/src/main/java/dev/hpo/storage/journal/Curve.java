// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.trial.Observation;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The intermediate values of a trial by rising step, in 24 bytes each, 16 without times. A step that is reported again has its last value. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Curve {

    private long[] steps = new long[0];
    private double[] values = new double[0];
    /** As long as the others once there is a time. */
    private long[] micros = new long[0];

    private int size;

    Curve() {}

    void put(Observation observation) {
        long step = observation.step();
        int at = size > 0 && step > steps[size - 1] ? -size - 1 : Arrays.binarySearch(steps, 0, size, step);
        if (at < 0) {
            at = -at - 1;
            insert(at, step);
        }
        values[at] = observation.value();
        putTime(at, observation.micros());
    }

    private void putTime(int at, long time) {
        if (micros.length == 0 && time != Observation.UNTIMED) {
            micros = new long[steps.length];
            Arrays.fill(micros, 0, size, Observation.UNTIMED);
        }
        if (micros.length > 0) {
            micros[at] = time;
        }
    }

    void clear() {
        size = 0;
    }

    private void insert(int at, long step) {
        if (size == steps.length) {
            int larger = Math.max(8, size + size / 2);
            steps = Arrays.copyOf(steps, larger);
            values = Arrays.copyOf(values, larger);
            micros = micros.length == 0 ? micros : Arrays.copyOf(micros, larger);
        }
        System.arraycopy(steps, at, steps, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        if (micros.length > 0) {
            System.arraycopy(micros, at, micros, at + 1, size - at);
        }
        steps[at] = step;
        size++;
    }

    /** Returns how many steps have a value. */
    public int size() {
        return size;
    }

    /** Returns a copy of the values. */
    public List<Observation> observations() {
        return new Copy(
                Arrays.copyOf(steps, size),
                Arrays.copyOf(values, size),
                Arrays.copyOf(micros, Math.min(micros.length, size)));
    }

    /** A list that makes its elements when they are asked for. */
    private static final class Copy extends AbstractList<Observation> implements RandomAccess {

        private final long[] steps;
        private final double[] values;
        private final long[] micros;

        Copy(long[] steps, double[] values, long[] micros) {
            this.steps = steps;
            this.values = values;
            this.micros = micros;
        }

        @Override
        public Observation get(int index) {
            long time = micros.length == 0 ? Observation.UNTIMED : micros[index];
            return new Observation(steps[index], values[index], List.of(), time);
        }

        @Override
        public int size() {
            return steps.length;
        }
    }
}
