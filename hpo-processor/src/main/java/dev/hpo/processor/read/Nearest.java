// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what a misspelt name was meant to be. */
final class Nearest {

    private Nearest() {}

    /** Returns advice that names the nearest of some names, or all of them if none is near. */
    static String advice(String name, List<String> known) {
        Optional<String> nearest = known.stream()
                .filter(candidate -> distance(name, candidate) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
        return nearest.map(candidate -> "did you mean " + candidate + "?")
                .orElseGet(() -> "there are " + String.join(", ", known));
    }

    /** Levenshtein's edit distance, case ignored. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (same(left.charAt(i - 1), right.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }

    private static boolean same(char left, char right) {
        return Character.toLowerCase(left) == Character.toLowerCase(right);
    }
}
