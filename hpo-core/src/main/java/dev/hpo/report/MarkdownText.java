// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.space.VisibleText;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts of anybody as they are in Markdown. What might be a mark, a link, a mention or an emoji is shown as code, in characters by their numbers: neither
 * Markdown nor what GitHub and GitLab make of its result sees anything in that.
 */
final class MarkdownText {

    /** Marks of Markdown are all in ASCII; these mean nothing within a line. It gives nothing back, which would take a stack as deep as a text is long. */
    private static final Pattern PLAIN =
            Pattern.compile("(?:[\\p{L}\\p{N} .,;:()%/'\"?+=-]|(?<=\\w)_(?=\\w)|[^\\x00-\\x7f])*+");

    /** Links without a mark, and names of emoji. */
    private static final Pattern SEEN_AS_MORE = Pattern.compile("(?i)www\\.|://|:[\\w+-]+:|\\bGH-\\d");

    /** What stands for itself even in a link. */
    private static final String HARMLESS = " ,;()%?+=-";

    /** GitHub makes a link of an address for mail even in code, but sees none whose parts are apart. */
    private static final String AT = "</code><code>&#64;</code><code>";

    private MarkdownText() {}

    /** Returns a text for any place within a line, also in a table, on one line. */
    static String of(String text) {
        String line = VisibleText.of(text);
        boolean isPlain = PLAIN.matcher(line).matches()
                && !SEEN_AS_MORE.matcher(line).find()
                && line.strip().equals(line);
        return isPlain ? line : code(line);
    }

    private static String code(String line) {
        StringBuilder code = new StringBuilder("<code>");
        line.codePoints().forEach(point -> {
            if (point > 0x7f || Character.isLetterOrDigit(point) || HARMLESS.indexOf(point) >= 0) {
                code.appendCodePoint(point);
            } else if (point == '@') {
                code.append(AT);
            } else {
                code.append(String.format(Locale.ROOT, "&#%d;", point));
            }
        });
        return code.append("</code>").toString().replace("<code></code>", "");
    }
}
