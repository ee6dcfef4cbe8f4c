// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small unmodifiable map: an array of values beside shared {@link Names}. */
final class NamedValues extends AbstractMap<String, Object> {

    private final Names names;
    private final Object[] values;

    private NamedValues(Names names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** Returns a copy of a map, in its order. */
    static NamedValues copyOf(Map<String, Object> map) {
        return new NamedValues(Names.of(map.keySet()), map.values().toArray());
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean containsKey(Object name) {
        return names.placeOf(name) >= 0;
    }

    @Override
    public @Nullable Object get(Object name) {
        int place = names.placeOf(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return values.length;
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
            return next < values.length;
        }

        @Override
        public Entry<String, Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the map has " + values.length + " entries");
            }
            Entry<String, Object> entry = Map.entry(names.at(next), values[next]);
            next++;
            return entry;
        }
    }
}
