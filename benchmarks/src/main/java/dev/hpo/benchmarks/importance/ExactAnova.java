// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.importance;

import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.ProblemException;
import dev.hpo.numeric.Ranks;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import java.util.Arrays;
import java.util.List;

/** The functional analysis of variance of the ranks of all values of a grid, by its definition. */
final class ExactAnova {

    /** A grid of more points takes too long. */
    private static final long MOST = 1_000_000;

    private final List<Parameter<?>> parameters;
    private final double[] alone;
    private final double[] total;

    /**
     * Computes it.
     *
     * @param problem of a space in which each parameter always exists and has a few values
     * @throws ProblemException if it is not
     */
    ExactAnova(Problem problem) {
        this.parameters = problem.space().parameters();
        double[] ranks = Ranks.of(values(problem));
        this.alone = new double[parameters.size()];
        this.total = new double[parameters.size()];
        double variance = variance(ranks);
        int stride = 1;
        for (int at = parameters.size() - 1; at >= 0; at--) {
            int radix = radix(at);
            alone[at] = variance(means(ranks, stride, radix)) / variance;
            total[at] = within(ranks, stride, radix) / variance;
            stride *= radix;
        }
    }

    /** Returns whether all points of a problem can be listed. */
    static boolean isGrid(Problem problem) {
        double points = 1;
        for (Parameter<?> parameter : problem.space().parameters()) {
            points *= parameter.conditions().isEmpty() ? parameter.domain().cardinality() : Double.POSITIVE_INFINITY;
        }
        return points <= MOST;
    }

    /** Returns what each parameter explains alone, as a share. */
    double[] alone() {
        return alone.clone();
    }

    /** Returns what each parameter explains by itself and together with others, as a share. */
    double[] total() {
        return total.clone();
    }

    private double[] values(Problem problem) {
        if (!isGrid(problem)) {
            throw new ProblemException(problem.name() + " must be a grid of at most " + MOST + " points");
        }
        int points = 1;
        for (int at = 0; at < parameters.size(); at++) {
            points *= radix(at);
        }
        double[] values = new double[points];
        Arrays.setAll(values, point -> problem.value(configuration(problem, point)));
        return values;
    }

    /** The last parameter is the fastest. */
    private Configuration configuration(Problem problem, int point) {
        int[] levels = new int[parameters.size()];
        int rest = point;
        for (int at = levels.length - 1; at >= 0; at--) {
            levels[at] = rest % radix(at);
            rest /= radix(at);
        }
        return problem.space().choose(parameter -> parameter.domain().valueAt(levels[parameters.indexOf(parameter)]));
    }

    private int radix(int at) {
        return (int) parameters.get(at).domain().cardinality();
    }

    private static double[] means(double[] ranks, int stride, int radix) {
        double[] means = new double[radix];
        for (int point = 0; point < ranks.length; point++) {
            means[point / stride % radix] += ranks[point] * radix / ranks.length;
        }
        return means;
    }

    /** Returns the mean variance along the lines on which one parameter alone changes. */
    private static double within(double[] ranks, int stride, int radix) {
        double sum = 0;
        for (int point = 0; point < ranks.length; point++) {
            if (point / stride % radix == 0) {
                double[] line = new double[radix];
                for (int level = 0; level < radix; level++) {
                    line[level] = ranks[point + level * stride];
                }
                sum += variance(line);
            }
        }
        return sum * radix / ranks.length;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
    }
}
