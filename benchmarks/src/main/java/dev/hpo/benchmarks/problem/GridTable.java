// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.RealDomain;
import java.util.List;

/**
 * A table of every configuration of a grid, in one column, in lexicographic order of the indices of the values, the last
 * parameter fastest. The parameters that are numbers are searched as their indices.
 */
final class GridTable {

    static final String SUITE = "grids";

    private final Table table;
    private final TableSpace space;
    private final double[] values;

    private GridTable(Table table, double[] values) {
        this.table = table;
        this.space = new TableSpace(table.columns());
        this.values = values;
    }

    static GridTable read(Table table) {
        for (Column column : table.columns()) {
            if (column.domain() instanceof RealDomain) {
                throw table.broken(column.name() + " must be of a grid: categorical, or int with a radix");
            }
        }
        double[] values = TableRows.read(table).stream()
                .mapToDouble(row -> table.sign() * TableRows.number(table, row, "value"))
                .toArray();
        long points = table.columns().stream()
                .mapToLong(column -> column.domain().cardinality())
                .reduce(1, Math::multiplyExact);
        if (values.length != points) {
            throw table.broken("rows (" + values.length + ") must be as many as the grid has points (" + points + ")");
        }
        return new GridTable(table, values);
    }

    Problem problem() {
        return new Problem(table.name(), SUITE, space.space(), this::value, table.range());
    }

    private double value(Configuration point) {
        int row = 0;
        List<Column> columns = table.columns();
        for (Column column : columns) {
            Object raw = space.raw(column.name(), point).orElseThrow();
            long index = column.domain() instanceof ChoiceDomain choice
                    ? choice.choices().indexOf((String) raw)
                    : (Long) raw;
            row = Math.toIntExact(row * column.domain().cardinality() + index);
        }
        return values[row];
    }
}
