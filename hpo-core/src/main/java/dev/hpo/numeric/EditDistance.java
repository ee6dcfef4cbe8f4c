// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Levenshtein's distance between texts, for advice on misspelt names. */
@API(status = Status.INTERNAL, since = "0.1")
public final class EditDistance {

    private EditDistance() {}

    /** Returns the one of some names that is near enough to a text to be meant by it, case ignored. */
    public static Optional<String> nearest(String text, Collection<String> names) {
        String lower = text.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> between(lower, name.toLowerCase(Locale.ROOT)) <= Math.max(2, text.length() / 3))
                .min(Comparator.comparingInt(name -> between(lower, name.toLowerCase(Locale.ROOT))));
    }

    /** Returns how many characters must be inserted, removed or replaced to make one text of the other. */
    public static int between(String left, String right) {
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
