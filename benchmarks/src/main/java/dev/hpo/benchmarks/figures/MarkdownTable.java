// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A table that reads well as plain text too. */
@API(status = Status.INTERNAL, since = "0.1")
public final class MarkdownTable {

    private final List<List<String>> rows = new ArrayList<>();

    /** Creates a table with its header. */
    public MarkdownTable(List<String> header) {
        rows.add(List.copyOf(header));
    }

    /** Creates a table with its header. */
    public static MarkdownTable of(String... header) {
        return new MarkdownTable(Arrays.asList(header));
    }

    /** Adds a row of as many cells as the header has. */
    public void add(List<String> row) {
        rows.add(List.copyOf(row));
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        List<String> lines =
                rows.stream().map(row -> line(row, widths)).collect(Collectors.toCollection(ArrayList::new));
        List<String> rules = Arrays.stream(widths).mapToObj("-"::repeat).toList();
        lines.add(1, line(rules, widths));
        return String.join("\n", lines) + "\n";
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cells.get(column)
                        + String.join(
                                "",
                                Collections.nCopies(
                                        widths[column] - cells.get(column).length(), " ")))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
