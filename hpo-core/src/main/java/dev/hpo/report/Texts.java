// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plain text of a bounded width, free of control codes. */
final class Texts {

    private static final String CUT = "...";

    private Texts() {}

    /** Returns a text on one line: control codes, line ends and invisible marks become visible escapes. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(point -> append(line, point));
        return line.toString();
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
            default -> "\\u" + String.format(Locale.ROOT, "%04x", point);
        };
    }

    /** Returns the first line of a text that is not blank, on one line; empty if all are. */
    static String firstLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> oneLine(line.strip()))
                .orElse("");
    }

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns a text, its end replaced by dots where it is wider than allowed. */
    static String cut(String text, int width) {
        return width(text) <= width ? text : start(text, width - CUT.length()) + CUT;
    }

    /** Returns a text, its beginning replaced by dots where it is wider than allowed. */
    static String cutStart(String text, int width) {
        int surplus = width(text) - width;
        return surplus <= 0 ? text : CUT + text.substring(text.offsetByCodePoints(0, surplus + CUT.length()));
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** Breaks a text into lines, at spaces or after a dot, slash, comma or hash where one is near, else anywhere. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width(rest) > width) {
            int end = breakBefore(rest, rest.offsetByCodePoints(0, width));
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int breakBefore(String text, int limit) {
        int space = text.charAt(limit) == ' ' ? limit : text.lastIndexOf(' ', limit - 1);
        if (space > limit / 2) {
            return space;
        }
        for (int end = limit; end > limit / 2; end--) {
            if (".,/\\#".indexOf(text.charAt(end - 1)) >= 0) {
                return end;
            }
        }
        return limit;
    }

    private static String start(String text, int width) {
        return text.substring(0, text.offsetByCodePoints(0, width));
    }
}
