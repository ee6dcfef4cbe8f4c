// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.benchmarks.problem.Problem.Range;
import dev.hpo.space.ChoiceDomain;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        Map<String, Column> before = new HashMap<>();
        for (Column column : columns) {
            column.when().forEach((parent, values) -> checkCondition(column, before.get(parent), parent, values));
            before.put(column.name(), column);
        }
    }

    private void checkCondition(Column column, @Nullable Column parent, String name, List<String> values) {
        if (parent == null || !(parent.domain() instanceof ChoiceDomain choice)) {
            throw new ProblemException(descriptor.source() + ": when (" + name + ") of " + column.name()
                    + " must name a categorical parameter before it");
        }
        if (values.isEmpty() || !choice.choices().containsAll(values)) {
            throw new ProblemException(descriptor.source() + ": when (" + values + ") of " + column.name()
                    + " must be some of the choices of " + name + ", " + choice.choices());
        }
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
        List<String> all = values();
        return all.get(all.size() - 1);
    }

    /** Returns the names of the columns with what is reported one after the other, the objective last. */
    List<String> values() {
        return hasCurves() ? descriptor.texts("curve") : List.of(descriptor.text("value"));
    }

    boolean hasCurves() {
        return descriptor.has("curve");
    }

    Range range() {
        return new Range(descriptor.number("optimum"), descriptor.number("randomMedian"));
    }

    ProblemException broken(String what) {
        return new ProblemException(file() + ": " + what);
    }
}
