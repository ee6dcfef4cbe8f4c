// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt name was meant to be, for advice in errors. */
public final class NearestName {

    private NearestName() {}

    /**
     * Returns the one of some names that is near enough to a text to be meant by it: at most a third of its characters, or two, must
     * be inserted, removed or replaced, case ignored.
     */
    public static Optional<String> of(String text, Collection<String> names) {
        String lower = text.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= Math.max(2, text.length() / 3))
                .min(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))));
    }

    /** Returns advice that names the nearest of some names, or all of them if none is near. */
    public static String advice(String text, Collection<String> names) {
        return of(text, names)
                .map(name -> "did you mean " + name + "?")
                .orElseGet(() -> "there are " + String.join(", ", names));
    }

    /** Levenshtein's edit distance. */
    static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= left.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= right.length(); column++) {
                boolean same = left.charAt(line - 1) == right.charAt(column - 1);
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
