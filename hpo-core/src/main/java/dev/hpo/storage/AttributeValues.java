// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.storage.journal.line.Shown;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What values of attributes say; they throw an {@link IllegalArgumentException} where they say nothing of the kind. */
final class AttributeValues {

    private AttributeValues() {}

    static List<Double> numbers(String key, List<?> list) {
        return list.stream().map(value -> number(key, value)).toList();
    }

    private static double number(String key, @Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(key + " (" + Shown.of(value) + ") must be a number");
    }

    /** Returns a whole number, which may be a text. */
    static long whole(String key, @Nullable Object value) {
        if (value instanceof Number number && number.doubleValue() == number.longValue()) {
            return number.longValue();
        }
        try {
            return Long.parseLong(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " (" + Shown.of(value) + ") must be a whole number", e);
        }
    }

    static Instant instant(@Nullable Object text) {
        try {
            return Instant.parse(String.valueOf(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("time (" + Shown.of(text) + ") must be as 2026-02-03T04:05:06Z", e);
        }
    }
}
