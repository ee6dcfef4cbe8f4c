// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.encoding.Dimension;
import dev.hpo.encoding.Row;
import dev.hpo.space.Domain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Finds ranges that seem to end too early, or to lie on the wrong scale. */
final class Ranges {

    /** A hyperparameter that explains less in total can be anywhere by chance. */
    private static final double MATTERS = 0.05;

    /** How near the end of a range counts as the edge. */
    private static final double EDGE = 0.02;

    private static final double BEST = 0.05;
    private static final int FEWEST_BEST = 5;

    /** The part of a range in which good values must lie for another scale to be suggested. */
    private static final double CORNER = 0.1;

    /** A range that spans less reads the same on a logarithmic scale. */
    private static final double WIDE = 100;

    private final List<Row> best;

    /** The one to take. */
    private final Row leader;

    private Ranges(List<Row> rows, OptionalInt taken) {
        this.best = rows.stream()
                .filter(row -> row.kind() == Row.Kind.COMPLETE)
                .sorted(Comparator.comparingDouble(Row::value))
                .limit(Math.max(FEWEST_BEST, (long) (BEST * rows.size())))
                .toList();
        this.leader = rows.stream()
                .filter(row -> taken.equals(OptionalInt.of(row.number())))
                .findFirst()
                .orElse(best.get(0));
    }

    /**
     * Returns what is found, the most important hyperparameters first.
     *
     * @param taken the number of the trial to take; empty if it is the one with the best value
     */
    static List<Finding> of(Lattice lattice, List<Row> rows, Importance importance, OptionalInt taken) {
        Ranges ranges = new Ranges(rows, taken);
        List<Finding> found = new ArrayList<>();
        for (ParameterImportance one : importance.parameters()) {
            Dimension dimension =
                    lattice.encoding().dimension(lattice.encoding().place(one.parameter()));
            if (one.total().value() >= MATTERS && !dimension.isCategorical()) {
                Optional<Finding> scale = ranges.scale(dimension);
                scale.or(() -> ranges.edge(dimension)).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Finding> edge(Dimension dimension) {
        double position = leader.point()[dimension.index()];
        boolean isLow = position <= end(dimension);
        boolean isHigh = position >= 1 - end(dimension);
        if (dimension.cardinality() <= 2 || !(isLow || isHigh) || !isCommon(dimension, isLow)) {
            return Optional.empty();
        }
        Parameter<?> parameter = dimension.parameter();
        Domain domain = parameter.domain();
        String value = domain.shortText(domain.fromUnit(position));
        String text = parameter.name() + ": the best has " + value + ", at the " + (isLow ? "lower" : "upper")
                + " end of its range (" + domain.describe() + "); try " + (isLow ? "smaller" : "larger") + " values";
        return Optional.of(new Finding(Finding.Kind.EDGE, Optional.of(parameter), text));
    }

    /** Returns whether half of the best trials are near an end, so that the best is not there by chance alone. */
    private boolean isCommon(Dimension dimension, boolean isLow) {
        double near = Math.max(CORNER, end(dimension));
        long count = best.stream()
                .mapToDouble(row -> row.point()[dimension.index()])
                .filter(position -> isLow ? position <= near : position >= 1 - near)
                .count();
        return 2 * count >= best.size();
    }

    /** The first and the last of some values are the ends, however far the next are. */
    private static double end(Dimension dimension) {
        return dimension.isListed() ? Math.max(EDGE, dimension.position(0)) : EDGE;
    }

    private Optional<Finding> scale(Dimension dimension) {
        double[] positions = best.stream()
                .mapToDouble(row -> row.point()[dimension.index()])
                .filter(position -> !Double.isNaN(position))
                .toArray();
        Range range = Range.of(dimension.parameter().domain());
        if (positions.length < FEWEST_BEST || range == null) {
            return Optional.empty();
        }
        // At the very end of a range that begins at 0 it is more likely 0 that is best.
        boolean isAtZero = range.min == 0 && leader.point()[dimension.index()] <= end(dimension);
        if (range.isWideFromBelow()
                && !isAtZero
                && Arrays.stream(positions).max().orElse(1) < CORNER) {
            String scale = range.min > 0 ? "a logarithmic scale" : "a logarithmic scale, from a lower end above 0,";
            return Optional.of(suggestion(dimension.parameter(), positions.length, "lowest", scale));
        }
        return range.isWideFromOne() && Arrays.stream(positions).min().orElse(0) > 1 - CORNER
                ? Optional.of(
                        suggestion(dimension.parameter(), positions.length, "highest", "a logarithmic scale of 1 - x"))
                : Optional.empty();
    }

    private static Finding suggestion(Parameter<?> parameter, int count, String end, String scale) {
        return new Finding(
                Finding.Kind.SCALE,
                Optional.of(parameter),
                parameter.name() + ": the best " + count + " trials all lie in the " + end
                        + " tenth of its range (" + parameter.domain().describe() + "); " + scale
                        + " would tell them apart");
    }

    /** A range of numbers on their own scale. */
    private record Range(double min, double max, boolean isReal) {

        static @Nullable Range of(Domain domain) {
            if (domain instanceof RealDomain real && real.scale() == Scale.LINEAR) {
                return new Range(real.min(), real.max(), true);
            }
            return domain instanceof IntegerDomain whole && whole.scale() == Scale.LINEAR
                    ? new Range(whole.min(), whole.max(), false)
                    : null;
        }

        /** At 0 there is no logarithm; who searches from there is better off with a range that begins a little above it. */
        boolean isWideFromBelow() {
            return min >= 0 && max >= WIDE * min && (isReal || max >= WIDE);
        }

        boolean isWideFromOne() {
            return isReal && min >= 0 && max < 1 && 1 - min >= WIDE * (1 - max);
        }
    }
}
