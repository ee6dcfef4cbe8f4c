// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import java.util.List;

/** The text of a source, line by line, indented as its braces ask for. */
final class SourceText {

    private static final String INDENT = "    ";
    private static final char LAST_ASCII = '~';
    private static final int LONGEST_LIST = 100;

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** Adds a line; one that ends with an opening brace indents those after it, until one begins with the closing brace. */
    SourceText line(String line) {
        if (line.startsWith("}")) {
            depth--;
        }
        indented(depth, line);
        if (line.endsWith(" {")) {
            depth++;
        }
        return this;
    }

    /** Adds a list: in one line if it is short, else with a line for each of its items. */
    SourceText list(String before, List<String> items, String after) {
        String all = before + String.join(", ", items) + after;
        if (all.length() <= LONGEST_LIST) {
            return line(all);
        }
        indented(depth, before);
        for (int i = 0; i < items.size(); i++) {
            indented(depth + 2, items.get(i) + (i + 1 < items.size() ? "," : after));
        }
        return this;
    }

    private void indented(int levels, String line) {
        text.append(INDENT.repeat(levels)).append(line).append('\n');
    }

    SourceText blank() {
        text.append('\n');
        return this;
    }

    /** Returns the text in ASCII, with Java's escapes for all other characters: so it is the same in every encoding. */
    @Override
    public String toString() {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c >= ' ' && c <= LAST_ASCII)) {
                ascii.append(c);
            } else {
                ascii.append(String.format("\\u%04x", (int) c));
            }
        }
        return ascii.toString();
    }
}
