// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A JSON object that is being read: each value in the type that it must have, or an error that names its key. */
record JsonObject(Map<?, ?> values) {

    /**
     * Reads a value that must be an object.
     *
     * @throws IllegalArgumentException if it is none
     */
    static JsonObject of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new JsonObject(map);
        }
        throw new IllegalArgumentException("value (" + value + ") must be an object");
    }

    Set<String> keys() {
        return values.keySet().stream().map(Object::toString).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Object value(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " must be there");
        }
        return value;
    }

    String text(String key) {
        return of(key, String.class);
    }

    Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    int integer(String key) {
        return of(key, Integer.class);
    }

    /** Returns a whole number of 64 bits, whatever JSON made of it. */
    long whole(String key) {
        Number number = of(key, Number.class);
        if (number.doubleValue() != number.longValue()) {
            throw new IllegalArgumentException(key + " (" + number + ") must be a whole number");
        }
        return number.longValue();
    }

    double real(String key) {
        return of(key, Number.class).doubleValue();
    }

    /** Returns the texts of a list, empty if it is left out. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(key)) {
            if (!(element instanceof String text)) {
                throw new IllegalArgumentException(key + " (" + element + ") must be texts");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Returns the list of a key, empty if it is left out. */
    List<?> list(String key) {
        return has(key) ? of(key, List.class) : List.of();
    }

    /** Returns a truth value, {@code false} if it is left out. */
    boolean flag(String key) {
        return has(key) && of(key, Boolean.class);
    }

    /** Returns the object of a key, empty if it is left out. */
    JsonObject object(String key) {
        return new JsonObject(has(key) ? of(key, Map.class) : Map.of());
    }

    <E extends Enum<E>> E constant(String key, Class<E> type) {
        return Enum.valueOf(type, text(key));
    }

    Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        keys().forEach(key -> texts.put(key, text(key)));
        return texts;
    }

    /** Returns a number, which is a string if JSON does not have it. */
    static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.parseDouble(value.toString());
    }

    private <V> V of(String key, Class<V> type) {
        Object value = value(key);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(key + " (" + value + ") must be of type "
                    + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return type.cast(value);
    }
}
