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
 * their number. What all values, or the first ones, come to takes a constant time too.
 */
final class Observations extends AbstractList<Observation> implements RandomAccess {

    /** What so many more values come to is kept; keeping it for each would take twice the memory of the values, and for fewer of them a look back longer. */
    private static final int BLOCK = 8;

    private static final Observations NONE = new Observations(new Shared(0), 0, CurveFacts.NONE);

    private final Shared shared;
    private final int size;
    private final CurveFacts facts;

    private Observations(Shared shared, int size, CurveFacts facts) {
        this.shared = shared;
        this.size = size;
        this.facts = facts;
    }

    static Observations copyOf(List<Observation> observations) {
        if (observations instanceof Observations immutable) {
            return immutable;
        }
        List<Observation> all = List.copyOf(observations);
        Observations copy = all.isEmpty() ? NONE : new Observations(new Shared(all.size()), 0, CurveFacts.NONE);
        for (Observation observation : all) {
            copy = copy.plus(observation);
        }
        return copy;
    }

    /** Takes the place after the last one, unless another list made from this one has taken it. */
    Observations plus(Observation observation) {
        Shared place = shared.isTakenAt(size) ? shared : shared.larger(size);
        CurveFacts more = facts.plus(observation.value());
        place.set(size, observation, more);
        return new Observations(place, size + 1, more);
    }

    /** Returns what the first values come to. */
    CurveFacts facts(int first) {
        if (first < 0 || first > size) {
            throw new IndexOutOfBoundsException("reports (" + first + ") must be from 0 to " + size);
        }
        if (first == size) {
            return facts;
        }
        int block = first / BLOCK;
        CurveFacts some = block == 0 ? CurveFacts.NONE : shared.facts[block - 1];
        for (int index = block * BLOCK; index < first; index++) {
            some = some.plus(shared.array[index].value());
        }
        return some;
    }

    @Override
    public Observation get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("index (" + index + ") must be from 0 to " + (size - 1));
        }
        return shared.array[index];
    }

    @Override
    public int size() {
        return size;
    }

    /** What lists that have grown from one another share. */
    private static final class Shared {

        private final Observation[] array;
        /** At index i, what the first i + 1 blocks come to. */
        private final CurveFacts[] facts;

        private final AtomicInteger used;

        Shared(int capacity) {
            this(new Observation[capacity], new CurveFacts[capacity / BLOCK], 0);
        }

        private Shared(Observation[] array, CurveFacts[] facts, int used) {
            this.array = array;
            this.facts = facts;
            this.used = new AtomicInteger(used);
        }

        /** Tries to take a place, which only one can. */
        boolean isTakenAt(int index) {
            return index < array.length && used.compareAndSet(index, index + 1);
        }

        void set(int index, Observation observation, CurveFacts upTo) {
            array[index] = observation;
            if ((index + 1) % BLOCK == 0) {
                facts[index / BLOCK] = upTo;
            }
        }

        /** Returns a copy of the beginning with more room, of which the next place is taken. */
        Shared larger(int size) {
            int capacity = size + size / 2 + 1;
            return new Shared(
                    Arrays.copyOf(Arrays.copyOf(array, size), capacity),
                    Arrays.copyOf(Arrays.copyOf(facts, size / BLOCK), capacity / BLOCK),
                    size + 1);
        }
    }
}
