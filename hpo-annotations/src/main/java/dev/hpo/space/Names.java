// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.Comparator;
import java.util.List;

/** Advice on misspelt parameter names. */
final class Names {

    private Names() {}

    /** Returns advice that names the nearest parameter, or all of them if none is near. */
    static String nearest(String name, Space<?> space) {
        List<String> known = space.parameters().stream().map(Parameter::name).toList();
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .map(candidate -> "did you mean " + candidate + "?")
                .orElse("there are " + String.join(", ", known));
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
