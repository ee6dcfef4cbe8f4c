// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import java.util.Locale;

/** Sources in ASCII, with Java's escapes for all other characters: so they are the same in every encoding. */
final class Ascii {

    private static final char LAST = '~';

    private Ascii() {}

    static String escaped(String source) {
        StringBuilder ascii = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\n' || (c >= ' ' && c <= LAST)) {
                ascii.append(c);
            } else {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return ascii.toString();
    }
}
