// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The names of a configuration's parameters in their order, and which of their values are doubles: one object for all
 * configurations of which these are the same.
 *
 * <p>A study keeps thousands of configurations of the same few sets of names; so each needs to keep its values only.
 */
final class Names {

    private static final int ABSENT = -1;

    /** Holds no names that nobody else does. */
    private static final Map<Names, WeakReference<Names>> SHARED = new WeakHashMap<>();

    private final String[] names;
    private final boolean[] areDoubles;
    private final int hash;
    private final Map<String, Integer> places = new HashMap<>();
    private int[] offsets = {};
    private int doubles;

    private Names(Map<String, Object> values) {
        this.names = values.keySet().toArray(String[]::new);
        this.areDoubles = new boolean[names.length];
        int place = 0;
        for (Object value : values.values()) {
            areDoubles[place++] = value instanceof Double;
        }
        this.hash = 31 * Arrays.hashCode(names) + Arrays.hashCode(areDoubles);
    }

    /** Returns the shared names of a map. */
    static Names of(Map<String, Object> values) {
        Names candidate = new Names(values);
        synchronized (SHARED) {
            WeakReference<Names> reference = SHARED.get(candidate);
            Names shared = reference == null ? null : reference.get();
            if (shared == null) {
                candidate.index();
                SHARED.put(candidate, new WeakReference<>(candidate));
                return candidate;
            }
            return shared;
        }
    }

    private void index() {
        offsets = new int[names.length];
        for (int place = 0; place < names.length; place++) {
            places.put(names[place], place);
            offsets[place] = areDoubles[place] ? doubles++ : place - doubles;
        }
    }

    int size() {
        return names.length;
    }

    /** Returns how many values are doubles. */
    int doubles() {
        return doubles;
    }

    String at(int place) {
        return names[place];
    }

    /** Returns the place of a name, below 0 if it is not among them. */
    int placeOf(Object name) {
        return places.getOrDefault(name, ABSENT);
    }

    /** Returns whether the value at a place is a double. */
    boolean isDouble(int place) {
        return areDoubles[place];
    }

    /** Returns how many values before a place are of its sort: doubles, or others. */
    int offset(int place) {
        return offsets[place];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Names that
                && hash == that.hash
                && Arrays.equals(names, that.names)
                && Arrays.equals(areDoubles, that.areDoubles);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
