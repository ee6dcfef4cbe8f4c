// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a JSON file, whose members are known to be what they should be once they are read.
 *
 * @param source where it is from, for errors
 * @param members its members
 */
record Entry(String source, Map<String, ?> members) {

    static Entry read(Path file) {
        try {
            return new Entry(file.toString(), JSON.std.mapFrom(Files.readString(file)));
        } catch (IOException e) {
            throw new ProblemException(file + " must be a JSON object: " + e.getMessage(), e);
        }
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    String text(String name) {
        return (String) require(name, members.get(name), String.class);
    }

    double number(String name) {
        return ((Number) require(name, members.get(name), Number.class)).doubleValue();
    }

    long whole(String name) {
        double number = number(name);
        if (number != Math.rint(number)) {
            throw new ProblemException(source + ": " + name + " (" + number + ") must be a whole number");
        }
        return (long) number;
    }

    List<String> texts(String name) {
        return texts(name, members.get(name));
    }

    /** Returns the lists of an object of lists, in the order of the file. */
    Map<String, List<String>> lists(String name) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Map<?, ?> object = (Map<?, ?>) require(name, members.get(name), Map.class);
        object.forEach((key, list) -> lists.put(String.valueOf(key), texts(name, list)));
        return lists;
    }

    List<Entry> entries(String name) {
        List<?> list = (List<?>) require(name, members.get(name), List.class);
        return list.stream().map(item -> entry(name, item)).toList();
    }

    Entry entry(String name) {
        return entry(name, members.get(name));
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    private Entry entry(String name, @Nullable Object item) {
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) require(name, item, Map.class)).forEach((key, value) -> members.put(String.valueOf(key), value));
        return new Entry(source + ", " + name, members);
    }

    private List<String> texts(String name, @Nullable Object list) {
        return ((List<?>) require(name, list, List.class))
                .stream().map(String::valueOf).toList();
    }

    private Object require(String name, @Nullable Object value, Class<?> type) {
        if (!type.isInstance(value)) {
            throw new ProblemException(source + ": " + name + " (" + value + ") must be a "
                    + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return value;
    }
}
