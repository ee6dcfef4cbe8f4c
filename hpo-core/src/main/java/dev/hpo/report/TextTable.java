// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import java.util.ArrayList;
import java.util.List;

/** A table of a name and two values, which breaks what is too wide for its column. Not safe for use by several threads. */
final class TextTable {

    private static final int GAP = 2;

    private final int width;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(int width) {
        this.width = width;
    }

    void row(String name, String left, String right) {
        rows.add(List.of(name, left, right));
    }

    /** Adds an empty line. */
    void gap() {
        row("", "", "");
    }

    /** Returns the rows as they were added. */
    List<List<String>> rows() {
        return List.copyOf(rows);
    }

    List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            addRow(lines, row, widths);
        }
        return lines;
    }

    /** The name may have half of the room, and each value half of what is left, or what the other leaves. */
    private int[] widths() {
        int room = width - 3 * GAP;
        int name = Math.min(widest(0), room / 2);
        int left = widest(1);
        int right = widest(2);
        int rest = room - name;
        if (left + right > rest) {
            int half = rest / 2;
            int widestLeft = Math.max(half, rest - right);
            left = Math.min(left, widestLeft);
            right = Math.min(right, rest - left);
        }
        return new int[] {name, Math.max(1, left), Math.max(1, right)};
    }

    private int widest(int column) {
        return rows.stream().mapToInt(row -> Texts.width(row.get(column))).max().orElse(0);
    }

    private static void addRow(List<String> lines, List<String> row, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        int height = 0;
        for (int column = 0; column < row.size(); column++) {
            List<String> cell = Texts.wrap(row.get(column), widths[column]);
            cells.add(cell);
            height = Math.max(height, cell.size());
        }
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                List<String> cell = cells.get(column);
                text.append(" ".repeat(GAP))
                        .append(Texts.pad(line < cell.size() ? cell.get(line) : "", widths[column]));
            }
            lines.add(text.toString().stripTrailing());
        }
    }
}
