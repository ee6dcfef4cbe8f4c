// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import dev.hpo.space.VisibleText;

/** Text of a user's as the text of an HTML page, or as an attribute in quotation marks. */
final class MarkupText {

    private MarkupText() {}

    static String of(String text) {
        StringBuilder markup = new StringBuilder();
        VisibleText.of(text).codePoints().forEach(point -> {
            switch (point) {
                case '<' -> markup.append("&lt;");
                case '>' -> markup.append("&gt;");
                case '&' -> markup.append("&amp;");
                case '"' -> markup.append("&quot;");
                case '\'' -> markup.append("&#39;");
                default -> markup.appendCodePoint(point);
            }
        });
        return markup.toString();
    }
}
