// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The parts of a variance by their definition: over all points of a lattice. Slow. */
final class Brute {

    private final Lattice lattice;
    private final ToDoubleFunction<double[]> function;

    Brute(Lattice lattice, ToDoubleFunction<double[]> function) {
        this.lattice = lattice;
        this.function = function;
    }

    /** Returns the mean where a coordinate exists and has a cell. */
    double mean(int coordinate, int cell) {
        return mean(point -> point.cells[coordinate] == cell && exists(point, coordinate));
    }

    /** Returns the mean where two coordinates exist and have certain cells. */
    double mean(int one, int cell, int other, int otherCell) {
        return mean(point -> point.cells[one] == cell
                && point.cells[other] == otherCell
                && exists(point, one)
                && exists(point, other));
    }

    /** Returns the variance over all. */
    double variance() {
        double mean = mean(point -> true);
        double[] sum = new double[1];
        forEach(point -> sum[0] += point.probability * (value(point) - mean) * (value(point) - mean));
        return sum[0];
    }

    /** Returns the variance that goes when a coordinate is fixed. */
    double total(int coordinate) {
        double[] sum = new double[1];
        forEach(point -> {
            if (!exists(point, coordinate)) {
                return;
            }
            double mean = 0;
            Cells cells = lattice.cells(coordinate);
            for (int cell = 0; cell < cells.count(); cell++) {
                mean += cells.weight(cell) * value(point.with(coordinate, cell));
            }
            double deviation = value(point) - mean;
            sum[0] += point.probability * deviation * deviation;
        });
        return sum[0];
    }

    private double mean(Predicate<Point> where) {
        double[] sums = new double[2];
        forEach(point -> {
            if (where.test(point)) {
                sums[0] += point.probability * value(point);
                sums[1] += point.probability;
            }
        });
        return sums[0] / sums[1];
    }

    private boolean exists(Point point, int coordinate) {
        return !Double.isNaN(lattice.proper(point.cells)[coordinate]);
    }

    private double value(Point point) {
        return function.applyAsDouble(lattice.proper(point.cells));
    }

    private void forEach(Consumer<Point> action) {
        List<Point> points = new ArrayList<>(List.of(new Point(new int[lattice.size()], 1)));
        for (int at = 0; at < lattice.size(); at++) {
            List<Point> more = new ArrayList<>();
            for (Point point : points) {
                for (int cell = 0; cell < lattice.cells(at).count(); cell++) {
                    more.add(new Point(
                            point.with(at, cell).cells,
                            point.probability * lattice.cells(at).weight(cell)));
                }
            }
            points = more;
        }
        points.forEach(action);
    }

    /** Cells of all coordinates, and how probable they are. */
    private static final class Point {

        private final int[] cells;
        private final double probability;

        Point(int[] cells, double probability) {
            this.cells = cells;
            this.probability = probability;
        }

        Point with(int coordinate, int cell) {
            int[] other = cells.clone();
            other[coordinate] = cell;
            return new Point(other, probability);
        }
    }
}
