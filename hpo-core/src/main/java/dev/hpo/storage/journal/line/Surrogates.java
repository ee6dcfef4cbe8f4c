// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

/** Halves of surrogate pairs in JSON, which a text of Java or Python may have in it alone. */
final class Surrogates {

    private static final int ESCAPE_LENGTH = 6;

    private Surrogates() {}

    /**
     * Puts the characters in place of the escapes that stand for such halves.
     *
     * @param text the text, at the beginning of an array, which is changed
     * @param length how long it is
     * @return how long it is then
     */
    static int unescape(char[] text, int length) {
        int to = 0;
        int from = 0;
        while (from < length) {
            int code = text[from] == '\\' ? escaped(text, from, length) : 0;
            if (Character.MIN_SURROGATE <= code && code <= Character.MAX_SURROGATE) {
                text[to++] = (char) code;
                from += ESCAPE_LENGTH;
            } else {
                boolean isEscape = text[from] == '\\' && from + 1 < length;
                text[to++] = text[from++];
                if (isEscape) {
                    text[to++] = text[from++];
                }
            }
        }
        return to;
    }

    /** Returns the character that an escape with four digits stands for; 0 if there is none. */
    private static int escaped(char[] text, int at, int length) {
        if (at + ESCAPE_LENGTH > length || text[at + 1] != 'u') {
            return 0;
        }
        int code = 0;
        for (int digit = at + 2; digit < at + ESCAPE_LENGTH; digit++) {
            int value = Character.digit(text[digit], 16);
            if (value < 0) {
                return 0;
            }
            code = 16 * code + value;
        }
        return code;
    }
}
