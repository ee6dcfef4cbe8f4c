// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.encoding.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The trust region: a box about the best trial, which grows with success and shrinks with failure.
 *
 * <p>What becomes of it follows from the trials that were proposed in it, told by their notes: two that were better than all
 * before double its side, as many failures in a row as there are parameters halve it. When it has become very small its basin
 * is exhausted: it begins anew about the best trial that is outside all exhausted basins, or where it is if there is none.
 *
 * <p>Source: Eriksson et al., "Scalable global optimization via local Bayesian optimization" (TuRBO), NeurIPS 2019, section 2, here
 * with one region that follows the best trial of all, in two of three trials.
 */
final class Region {

    static final double SIDE = 0.4;
    private static final double SMALLEST = 0.02;
    private static final double LARGEST = 0.8;
    private static final double BASIN = 0.2;
    private static final int SUCCESSES = 2;

    private final List<double[]> exhausted = new ArrayList<>();
    private double side = SIDE;
    private double[] center = new double[0];
    private double best = Double.POSITIVE_INFINITY;
    private int successes;
    private int failures;

    private final ToDoubleFunction<Row> value;

    private Region(ToDoubleFunction<Row> value) {
        this.value = value;
    }

    /**
     * Returns the region as it is after some trials.
     *
     * @param rows all trials in their order
     * @param value what a trial that has ended came to or would have; infinite if it is none to be followed
     * @param patience how many failures in a row halve the side
     */
    static Region after(List<Row> rows, ToDoubleFunction<Row> value, int patience) {
        Region region = new Region(value);
        List<Row> seen = new ArrayList<>();
        for (Row row : rows) {
            if (row.hasResult()) {
                region.take(row, seen, patience);
                seen.add(row);
            }
        }
        return region;
    }

    double side() {
        return side;
    }

    double[] center() {
        return center;
    }

    private void take(Row row, List<Row> before, int patience) {
        boolean better = value.applyAsDouble(row) < best && !isExhausted(row.point());
        if (better) {
            best = value.applyAsDouble(row);
            center = row.point();
        }
        if (!row.note(Turn.NOTE).equals(Turn.LOCAL)) {
            return;
        }
        successes = better ? successes + 1 : 0;
        failures = better ? 0 : failures + 1;
        if (successes >= SUCCESSES) {
            side = Math.min(LARGEST, side * 2);
            successes = 0;
        } else if (failures >= patience) {
            side /= 2;
            failures = 0;
        }
        if (side < SMALLEST) {
            leave(before);
        }
    }

    private void leave(List<Row> before) {
        exhausted.add(center);
        side = SIDE;
        successes = 0;
        failures = 0;
        before.stream()
                .filter(row -> Double.isFinite(value.applyAsDouble(row)) && !isExhausted(row.point()))
                .min(Comparator.comparingDouble(value))
                .ifPresentOrElse(this::settle, exhausted::clear);
    }

    private void settle(Row row) {
        best = value.applyAsDouble(row);
        center = row.point();
    }

    private boolean isExhausted(double[] point) {
        for (double[] basin : exhausted) {
            double farthest = 0;
            for (int at = 0; at < point.length; at++) {
                boolean both = !Double.isNaN(basin[at]) && !Double.isNaN(point[at]);
                boolean one = Double.isNaN(basin[at]) != Double.isNaN(point[at]);
                farthest = Math.max(farthest, both ? Math.abs(basin[at] - point[at]) : one ? 1 : 0);
            }
            if (farthest < BASIN / 2) {
                return true;
            }
        }
        return false;
    }
}
