// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.Locale;

/** Puts texts that come from elsewhere on one line, so that what is printed holds no line ends and no control codes of theirs. */
public final class VisibleText {

    private VisibleText() {}

    /** Returns a text on one line: control codes, line ends and invisible marks become visible escapes. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(point -> append(line, point));
        return line.toString();
    }

    /** Returns a text as data or as a stack trace: line ends and tabs stay as they are, a carriage return before a line feed among them, and what else a terminal or an editor would act upon becomes visible escapes. */
    public static String lines(String text) {
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int point = text.codePointAt(at);
            boolean isEnd = point == '\n' || (point == '\r' && text.startsWith("\n", at + 1));
            if (isEnd || point == '\t' || Character.getType(point) == Character.SURROGATE) {
                lines.appendCodePoint(point);
            } else {
                append(lines, point);
            }
        }
        return lines.toString();
    }

    private static void append(StringBuilder line, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> line.append(escaped(point));
            default -> line.appendCodePoint(point);
        }
    }

    private static String escaped(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> escaped(Character.toString(point).toCharArray());
        };
    }

    /** Returns the escapes of a code point as Java has them: two for one that is beyond the first 65,536. */
    private static String escaped(char... units) {
        StringBuilder escapes = new StringBuilder();
        for (char unit : units) {
            escapes.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
        return escapes.toString();
    }

    /** Returns the first line of a text that is not blank, on one line; empty if all are. */
    public static String firstLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> of(line.strip()))
                .orElse("");
    }
}
