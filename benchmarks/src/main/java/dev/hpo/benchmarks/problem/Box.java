// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Scale;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.RealMatrix;

/** A cube, as the domain of test functions. */
record Box(int dimensions, double min, double max) {

    /** Returns a function that is moved so that its optimum at 0 is no gift: not at the centre of the box. */
    ToDoubleFunction<double[]> shifted(ToDoubleFunction<double[]> function) {
        double[] shift = shift();
        return x -> function.applyAsDouble(difference(x, shift));
    }

    /** Returns where {@link #shifted} moves the origin to: a fifth of the range times a sine, by dimension. */
    double[] shift() {
        double[] shift = new double[dimensions];
        for (int i = 0; i < dimensions; i++) {
            shift[i] = 0.2 * (max - min) * StrictMath.sin(1.7 * (i + 1));
        }
        return shift;
    }

    /** Returns a function turned about a point, so that nothing is gained along the axes. */
    static ToDoubleFunction<double[]> turned(
            ToDoubleFunction<double[]> function, RealMatrix rotation, double[] centre) {
        return x -> {
            double[] point = rotation.operate(difference(x, centre));
            for (int i = 0; i < point.length; i++) {
                point[i] += centre[i];
            }
            return function.applyAsDouble(point);
        };
    }

    Problem problem(String name, String suite, ToDoubleFunction<double[]> function, Problem.Range range) {
        List<Parameter<Double>> axes = Parameters.box(dimensions, Scale.LINEAR, min, max);
        return new Problem(
                name, suite, new PlainSpace(axes), point -> function.applyAsDouble(coordinates(axes, point)), range);
    }

    static double[] coordinates(List<Parameter<Double>> axes, Configuration point) {
        return axes.stream().mapToDouble(point::get).toArray();
    }

    private static double[] difference(double[] x, double[] y) {
        double[] difference = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            difference[i] = x[i] - y[i];
        }
        return difference;
    }
}
