// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import dev.hpo.encoding.Dimension;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A dimension of choices without an order: a component's own choice has most of the probability, all choices share the rest.
 *
 * <p>Source: Watanabe, "Tree-structured Parzen estimator: understanding its algorithm components and their roles for better
 * empirical performance", 2023, section 3.3.2 (Aitchison-Aitken kernels), with the smoothing of Optuna: 1 / (components) for each choice before
 * normalising.
 */
final class CategoricalAxis implements Axis {

    private static final int ABSENT = -1;

    private final Dimension dimension;
    private final Belief belief;
    private final int count;
    private final int[] choices;
    private final double smoothing;

    /**
     * Creates the axis.
     *
     * @param dimension a dimension without an order
     * @param belief the prior distribution
     * @param centres the components' positions, {@link Double#NaN} where the parameter does not exist
     */
    CategoricalAxis(Dimension dimension, Belief belief, double[] centres) {
        this.dimension = dimension;
        this.belief = belief;
        this.count = (int) dimension.cardinality();
        this.smoothing = 1.0 / centres.length;
        this.choices = Arrays.stream(centres)
                .mapToInt(centre -> Double.isNaN(centre) ? ABSENT : choice(centre))
                .toArray();
    }

    @Override
    public boolean has(int component) {
        return choices[component] != ABSENT;
    }

    @Override
    public void addLogDensity(double position, double[] sums) {
        int choice = choice(position);
        double other = Math.log(count * smoothing / (1 + count * smoothing));
        double same = Math.log(count * (1 + smoothing) / (1 + count * smoothing));
        double absent = belief.logDensity(position);
        for (int component = 0; component < choices.length; component++) {
            int own = choices[component];
            sums[component] += own == choice ? same : own == ABSENT ? absent : other;
        }
    }

    @Override
    public double draw(int component, RandomGenerator random) {
        if (!has(component)) {
            return dimension.snap(belief.position(random.nextDouble()));
        }
        boolean keeps = random.nextDouble() * (1 + count * smoothing) < 1;
        return ((keeps ? choices[component] : random.nextInt(count)) + 0.5) / count;
    }

    /** Returns which of the equal cells holds a position: there may be too many choices to be listed. */
    private int choice(double position) {
        return Math.min(count - 1, (int) (position * count));
    }
}
