// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Text of a bounded width. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Texts {

    private static final String CUT = "...";

    private Texts() {}

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

    /** Returns a text with blanks behind it, where it is narrower than a width. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** Breaks a text into lines, at spaces or after a dot, slash, comma or hash where one is near, else anywhere. */
    public static List<String> wrap(String text, int width) {
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

    /** Breaks a text into lines, after semicolons where it has any, each line as full as can be; a part that is wider than a line at spaces. */
    public static List<String> wrapParts(String text, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String part : text.split("(?<=;) ", -1)) {
            String longer = line.isEmpty() ? part : line + " " + part;
            if (!line.isEmpty() && width(longer) > width) {
                lines.addAll(wrap(line, width));
                line = part;
            } else {
                line = longer;
            }
        }
        lines.addAll(wrap(line, width));
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
