// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The code of texts, however many and long they are. */
final class TextCode {

    /** A constant holds 65,534 characters of 65,535 bytes, and a character has three bytes at most. */
    private static final int LONGEST_CONSTANT = 20_000;

    private TextCode() {}

    /** Returns a text as an expression. */
    static String literal(String text) {
        return text.length() <= LONGEST_CONSTANT ? quoted(text, '"') : joined(List.of(text)) + "[0]";
    }

    /**
     * Returns texts as arguments of a variable number.
     *
     * @param most how many may be constants of their own
     */
    static String arguments(List<String> texts, int most) {
        boolean few = texts.size() <= most && texts.stream().allMatch(text -> text.length() <= LONGEST_CONSTANT);
        return few ? texts.stream().map(TextCode::literal).collect(Collectors.joining(", ")) : joined(texts);
    }

    private static String joined(List<String> texts) {
        char separator = separator(texts);
        String whole = String.join(String.valueOf(separator), texts);
        List<String> chunks = new ArrayList<>();
        for (int start = 0; start < whole.length() || chunks.isEmpty(); start += LONGEST_CONSTANT) {
            chunks.add(quoted(whole.substring(start, Math.min(whole.length(), start + LONGEST_CONSTANT)), '"'));
        }
        return "texts(" + quoted(String.valueOf(separator), '\'') + ", " + String.join(", ", chunks) + ")";
    }

    /** Returns a character that is in none of the texts: usually a new line. */
    private static char separator(List<String> texts) {
        return (char) IntStream.concat(IntStream.of('\n'), IntStream.range('!', Character.MIN_SURROGATE))
                .filter(c -> texts.stream().noneMatch(text -> text.indexOf(c) >= 0))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no separator for texts of every character"));
    }

    private static String quoted(String text, char quote) {
        StringBuilder code = new StringBuilder(text.length() + 2).append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> code.append("\\n");
                case '\r' -> code.append("\\r");
                case '\t' -> code.append("\\t");
                case '\\' -> code.append("\\\\");
                default -> code.append(c == quote ? "\\" : "").append(c);
            }
        }
        // Not left to the end: JavaPoet begins a new line at whatever Unicode calls one.
        return Ascii.escaped(code.append(quote).toString());
    }
}
