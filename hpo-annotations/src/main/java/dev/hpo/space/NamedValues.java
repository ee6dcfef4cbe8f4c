// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small unmodifiable map: values beside shared {@link Names}; doubles, of which most are, without an object around each. */
final class NamedValues extends AbstractMap<String, Object> {

    private static final Object[] NOTHING = {};
    private static final double[] NO_DOUBLES = {};

    private final Names names;
    private final double[] doubles;
    private final Object[] others;

    private NamedValues(Map<String, Object> map) {
        this.names = Names.of(map);
        int count = names.doubles();
        this.doubles = count == 0 ? NO_DOUBLES : new double[count];
        this.others = count == names.size() ? NOTHING : new Object[names.size() - count];
        int place = 0;
        for (Object value : map.values()) {
            int offset = names.offset(place);
            if (names.isDouble(place)) {
                doubles[offset] = (Double) value;
            } else {
                others[offset] = value;
            }
            place++;
        }
    }

    /** Returns a copy of a map, in its order. */
    static NamedValues copyOf(Map<String, Object> map) {
        return new NamedValues(map);
    }

    private Object at(int place) {
        return names.isDouble(place) ? (Object) doubles[names.offset(place)] : others[names.offset(place)];
    }

    @Override
    public int size() {
        return names.size();
    }

    @Override
    public boolean containsKey(Object name) {
        return names.placeOf(name) >= 0;
    }

    @Override
    public @Nullable Object get(Object name) {
        int place = names.placeOf(name);
        return place < 0 ? null : at(place);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.size();
            }

            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, Object>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < names.size();
        }

        @Override
        public Entry<String, Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the map has " + names.size() + " entries");
            }
            Entry<String, Object> entry = Map.entry(names.at(next), at(next));
            next++;
            return entry;
        }
    }
}
