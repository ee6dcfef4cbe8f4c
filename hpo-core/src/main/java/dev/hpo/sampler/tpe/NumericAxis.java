// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import dev.hpo.encoding.Dimension;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A dimension of ordered values: a component's distribution is a normal one about its own position, truncated to the unit
 * interval.
 *
 * <p>Where the values are listed, they have the probabilities of their cells, which are computed for a value when it is
 * asked for and then kept. More values than that are taken as if there were no gaps.
 */
final class NumericAxis implements Axis {

    private static final int DRAWS = 50;
    private static final double LOG_ROOT = Math.log(2 * Math.PI) / 2;

    /** Is added to the probability of a cell, as the table of the normal distribution does not tell less from 0. */
    private static final double LEAST = 1e-12;

    private final Dimension dimension;
    private final Belief belief;
    private final double[] centres;
    private final double[] widths;
    private final double[] logInside;
    private final double[] constants;
    private final double[] precisions;
    private final double[] @Nullable [] columns;

    /**
     * Creates the axis.
     *
     * @param dimension a dimension with an order
     * @param belief the prior distribution
     * @param centres the components' positions, {@link Double#NaN} where the parameter does not exist; becomes this axis' own
     * @param widths the standard deviations of those that exist
     */
    NumericAxis(Dimension dimension, Belief belief, double[] centres, double[] widths) {
        this.dimension = dimension;
        this.belief = belief;
        this.centres = centres;
        this.widths = widths;
        this.logInside = new double[centres.length];
        this.constants = new double[centres.length];
        this.precisions = new double[centres.length];
        this.columns = new double[dimension.isListed() ? (int) dimension.cardinality() : 0][];
        for (int component = 0; component < centres.length; component++) {
            prepare(component);
        }
    }

    /** Where the parameter does not exist, all stays 0, so that the loop over the components needs no question. */
    private void prepare(int component) {
        double centre = centres[component];
        double width = widths[component];
        if (Double.isNaN(centre)) {
            centres[component] = 0;
            widths[component] = 0;
            return;
        }
        logInside[component] =
                Math.log(NormalTable.cumulative((1 - centre) / width) - NormalTable.cumulative(-centre / width));
        constants[component] = -LOG_ROOT - Math.log(width) - logInside[component];
        precisions[component] = 0.5 / (width * width);
    }

    @Override
    public boolean has(int component) {
        return widths[component] > 0;
    }

    @Override
    public void addLogDensity(double position, double[] sums) {
        if (dimension.isListed()) {
            add(column(dimension.level(position)), sums);
        } else {
            addNormal(position, sums);
        }
        if (!belief.isNone()) {
            addBelief(position, sums);
        }
    }

    private void addNormal(double position, double[] sums) {
        for (int component = 0; component < sums.length; component++) {
            double distance = position - centres[component];
            sums[component] += constants[component] - precisions[component] * distance * distance;
        }
    }

    private static void add(double[] column, double[] sums) {
        for (int component = 0; component < sums.length; component++) {
            sums[component] += column[component];
        }
    }

    private void addBelief(double position, double[] sums) {
        double density = belief.logDensity(position);
        for (int component = 0; component < sums.length; component++) {
            sums[component] += has(component) ? 0 : density;
        }
    }

    private double[] column(int level) {
        double[] column = columns[level];
        if (column == null) {
            double low = level == 0 ? 0 : boundary(level - 1);
            double high = level == columns.length - 1 ? 1 : boundary(level);
            column = column(low, high);
            columns[level] = column;
        }
        return column;
    }

    private double boundary(int level) {
        return (dimension.position(level) + dimension.position(level + 1)) / 2;
    }

    private double[] column(double low, double high) {
        double[] column = new double[centres.length];
        for (int component = 0; component < column.length; component++) {
            if (has(component)) {
                double centre = centres[component];
                double width = widths[component];
                double mass = NormalTable.cumulative((high - centre) / width)
                        - NormalTable.cumulative((low - centre) / width);
                column[component] = Math.log((mass + LEAST) / (high - low)) - logInside[component];
            }
        }
        return column;
    }

    @Override
    public double draw(int component, RandomGenerator random) {
        for (int draw = 0; has(component) && draw < DRAWS; draw++) {
            double position = centres[component] + widths[component] * random.nextGaussian();
            if (position >= 0 && position <= 1) {
                return dimension.snap(position);
            }
        }
        return dimension.snap(belief.position(random.nextDouble()));
    }
}
