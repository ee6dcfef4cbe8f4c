// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.space.VisibleText;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A list with columns, at most 80 characters wide: one of the columns gets what the others leave, and is broken where it is too narrow.
 * Not safe for use by several threads.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class TextColumns {

    private static final int GAP = 2;
    private static final int NARROWEST = 16;

    private final int wide;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Creates a list.
     *
     * @param wide the index of the column that is broken; the others before it are aligned to the right, and those behind to the left
     * @param headings what the columns are called
     */
    public TextColumns(int wide, String... headings) {
        this.wide = wide;
        row(headings);
    }

    /** Adds a row, its cells on one line each and without control codes. */
    public void row(String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(VisibleText.of(cell));
        }
        rows.add(row);
    }

    /** Returns lines without trailing blanks. */
    public List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> broken = Texts.wrap(row.get(wide), widths[wide]);
            for (int line = 0; line < broken.size(); line++) {
                lines.add(line(row, broken.get(line), line == 0, widths));
            }
        }
        return lines;
    }

    private String line(List<String> row, String part, boolean isFirst, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = column == wide ? part : isFirst ? row.get(column) : "";
            String blanks = " ".repeat(Math.max(0, widths[column] - Texts.width(cell)));
            text.append(" ".repeat(GAP)).append(column < wide ? blanks + cell : cell + blanks);
        }
        return text.toString().stripTrailing();
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).size()];
        int others = 0;
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[column] = rows.stream()
                    .mapToInt(row -> Texts.width(row.get(at)))
                    .max()
                    .orElse(0);
            others += GAP + (column == wide ? 0 : widths[column]);
        }
        widths[wide] = Math.min(widths[wide], Math.max(NARROWEST, ConsoleSummary.WIDTH - others));
        return widths;
    }
}
