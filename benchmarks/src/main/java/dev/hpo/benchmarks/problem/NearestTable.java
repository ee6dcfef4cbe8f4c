// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * A table of measurements at scattered configurations. The value of any other one is made of the nearest rows: those of equal
 * categoricals, by distance in the unit cube, where a parameter that does not exist counts as in the middle, weighted by the
 * inverse of the squared distance.
 */
final class NearestTable {

    static final String SUITE = "own";
    static final String SMOOTHED_SUITE = "own, smoothed";

    private static final int NEIGHBOURS = 5;
    private static final int SMOOTH_NEIGHBOURS = 20;
    private static final double SOFTENING = 1e-6;
    private static final int RANDOM_POINTS = 5001;

    private final Table table;
    private final TableSpace space;
    private final List<Column> numbers;
    private final Map<List<String>, Rows> groups = new HashMap<>();

    private NearestTable(Table table) {
        this.table = table;
        this.space = new TableSpace(table.columns());
        this.numbers = table.columns().stream()
                .filter(column -> !column.isCategorical())
                .toList();
    }

    static NearestTable read(Table table) {
        NearestTable read = new NearestTable(table);
        TableRows.read(table).forEach(read::add);
        return read;
    }

    /**
     * Returns the problem of this table, and a smoother one of more neighbours: a table of few rows makes needles. The optimum
     * of both is at a row; the random median of the smoother one is measured here.
     */
    List<Problem> problems() {
        Problem.Range range = table.range();
        double smoothMedian = randomMedian(SMOOTH_NEIGHBOURS);
        return List.of(
                new Problem(table.name(), SUITE, space.space(), point -> value(point, NEIGHBOURS), range),
                new Problem(
                        table.name() + "_smooth",
                        SMOOTHED_SUITE,
                        space.space(),
                        point -> value(point, SMOOTH_NEIGHBOURS),
                        new Problem.Range(range.optimum(), smoothMedian)));
    }

    private double randomMedian(int neighbours) {
        RandomGenerator random = SplitMix.of(0, neighbours, 0);
        double[] values = new double[RANDOM_POINTS];
        Arrays.setAll(
                values,
                i -> value(
                        space.space().choose(parameter -> parameter.domain().fromUnit(random.nextDouble())),
                        neighbours));
        return new Median().evaluate(values);
    }

    private void add(NamedCsvRecord row) {
        List<String> kind = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.isCategorical()) {
                kind.add(row.findField(column.name()).orElse(""));
            }
        }
        double[] position = numbers.stream()
                .mapToDouble(column ->
                        row.findField(column.name()).filter(String::isEmpty).isPresent()
                                ? 0.5
                                : unit(column, TableRows.number(table, row, column.name())))
                .toArray();
        groups.computeIfAbsent(kind, ignored -> new Rows())
                .add(
                        position,
                        table.values().stream()
                                .mapToDouble(column -> table.sign() * TableRows.number(table, row, column))
                                .toArray());
    }

    /** Returns the problem of the curves that are measured here; of more neighbours than one, a curve is smoother than a real one. */
    CurveProblem curves() {
        return new CurveProblem(
                table.name(), space.space(), table.values().size(), point -> values(point, NEIGHBOURS), table.range());
    }

    private double value(Configuration point, int neighbours) {
        double[] values = values(point, neighbours);
        return values[values.length - 1];
    }

    private double[] values(Configuration point, int neighbours) {
        List<String> kind = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.isCategorical()) {
                kind.add(space.raw(column.name(), point).map(String::valueOf).orElse(""));
            }
        }
        Rows rows = groups.get(kind);
        if (rows == null) {
            throw table.broken("there must be a row with " + kind);
        }
        double[] position = numbers.stream()
                .mapToDouble(column -> position(column, space.raw(column.name(), point)))
                .toArray();
        return rows.nearest(position, neighbours).average(SOFTENING);
    }

    private static double position(Column column, Optional<Object> raw) {
        return raw.map(value -> unit(column, ((Number) value).doubleValue())).orElse(0.5);
    }

    /** Returns the position of a number between its bounds; of the bounds themselves, unlike that of a domain of whole numbers. */
    private static double unit(Column column, double value) {
        if (column.domain() instanceof RealDomain real) {
            return unit(real.scale(), real.min(), real.max(), value);
        }
        IntegerDomain integer = (IntegerDomain) column.domain();
        return unit(integer.scale(), (double) integer.min(), (double) integer.max(), value);
    }

    private static double unit(Scale scale, double min, double max, double value) {
        double low = scale.forward(min);
        return (scale.forward(value) - low) / (scale.forward(max) - low);
    }
}
