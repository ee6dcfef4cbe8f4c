// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.benchmarks.problem.Problem.Range;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of measurements with its descriptor: a JSON object of {@code name}, {@code file} (a CSV file beside it), {@code kind}
 * ({@code grid} or {@code nearest}), {@code sign}, {@code parameters}, {@code optimum} and {@code randomMedian}.
 */
final class Table {

    private final Path path;
    private final Entry descriptor;
    private final List<Column> columns;

    private Table(Path path, Entry descriptor) {
        this.path = path;
        this.descriptor = descriptor;
        this.columns =
                descriptor.entries("parameters").stream().map(Column::read).toList();
    }

    static Table read(Path file) {
        return new Table(file, Entry.read(file));
    }

    /** Returns the problems of this table: for nearest rows also a smoother one. */
    List<Problem> problems() {
        return switch (descriptor.text("kind")) {
            case "grid" -> List.of(GridTable.read(this).problem());
            case "nearest" -> NearestTable.read(this).problems();
            default ->
                throw new ProblemException(
                        descriptor.source() + ": kind (" + descriptor.text("kind") + ") must be grid or nearest");
        };
    }

    String name() {
        return descriptor.text("name");
    }

    Path file() {
        return path.resolveSibling(descriptor.text("file"));
    }

    /** Returns 1, or -1 for values of which larger ones are better. */
    double sign() {
        return descriptor.number("sign");
    }

    List<Column> columns() {
        return columns;
    }

    /** Returns the name of the column with the objective: the last of a curve. */
    String value() {
        if (!descriptor.has("curve")) {
            return descriptor.text("value");
        }
        List<String> curve = descriptor.texts("curve");
        return curve.get(curve.size() - 1);
    }

    Range range() {
        return new Range(descriptor.number("optimum"), descriptor.number("randomMedian"));
    }

    ProblemException broken(String what) {
        return new ProblemException(file() + ": " + what);
    }
}
