// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The names of a configuration's parameters in their order, one object for all configurations that have the same ones.
 *
 * <p>A study keeps thousands of configurations of the same few sets of names; so each needs to keep its values only.
 */
final class Names {

    private static final int ABSENT = -1;

    /** Holds no names that nobody else does. */
    private static final Map<Names, WeakReference<Names>> SHARED = new WeakHashMap<>();

    private final String[] names;
    private final int hash;
    private final Map<String, Integer> places = new HashMap<>();

    private Names(Collection<String> names) {
        this.names = names.toArray(String[]::new);
        this.hash = Arrays.hashCode(this.names);
    }

    /** Returns the shared names. */
    static Names of(Collection<String> names) {
        Names candidate = new Names(names);
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
        for (int place = 0; place < names.length; place++) {
            places.put(names[place], place);
        }
    }

    int size() {
        return names.length;
    }

    String at(int place) {
        return names[place];
    }

    /** Returns the place of a name, below 0 if it is not among them. */
    int placeOf(Object name) {
        return places.getOrDefault(name, ABSENT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Names that && hash == that.hash && Arrays.equals(names, that.names);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
