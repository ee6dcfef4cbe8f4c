// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An immutable list of observations, to which adding one takes a constant time on average: a list and those made from it share
 * an array, of which each sees its own beginning. Copying instead would make the reports of a trial cost the square of
 * their number.
 */
final class Observations extends AbstractList<Observation> implements RandomAccess {

    private static final Observations NONE = new Observations(new Observation[0], new AtomicInteger(), 0);

    private final Observation[] array;
    private final AtomicInteger used;
    private final int size;

    private Observations(Observation[] array, AtomicInteger used, int size) {
        this.array = array;
        this.used = used;
        this.size = size;
    }

    static Observations copyOf(List<Observation> observations) {
        if (observations instanceof Observations immutable) {
            return immutable;
        }
        Observation[] all = List.copyOf(observations).toArray(new Observation[0]);
        return all.length == 0 ? NONE : new Observations(all, new AtomicInteger(all.length), all.length);
    }

    /** Takes the place after the last one, unless another list made from this one has taken it. */
    Observations plus(Observation observation) {
        if (size < array.length && used.compareAndSet(size, size + 1)) {
            array[size] = observation;
            return new Observations(array, used, size + 1);
        }
        Observation[] larger = Arrays.copyOf(Arrays.copyOf(array, size), size + size / 2 + 1);
        larger[size] = observation;
        return new Observations(larger, new AtomicInteger(size + 1), size + 1);
    }

    @Override
    public Observation get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("index (" + index + ") must be from 0 to " + (size - 1));
        }
        return array[index];
    }

    @Override
    public int size() {
        return size;
    }
}
