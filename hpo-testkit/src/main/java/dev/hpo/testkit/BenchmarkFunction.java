// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A function of real numbers with a known minimum, on which samplers are compared.
 *
 * <p>Formulas, bounds and minima are those of Surjanovic and Bingham, "Virtual library of simulation experiments: test
 * functions and datasets", Simon Fraser University, 2013.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class BenchmarkFunction {

    private final String name;
    private final List<Parameter<Double>> axes;
    private final ToDoubleFunction<double[]> function;
    private final List<Double> minimizer;

    private BenchmarkFunction(
            String name, List<Parameter<Double>> axes, ToDoubleFunction<double[]> function, List<Double> minimizer) {
        this.name = name;
        this.axes = axes;
        this.function = function;
        this.minimizer = minimizer;
    }

    /** Returns a bowl in the middle of its space; as easy as can be. */
    public static BenchmarkFunction sphere(int dimensions) {
        return cube("sphere", dimensions, 5.12, Formulas::sphere, 0);
    }

    /** Returns a curved and narrow valley with a nearly flat bottom. */
    public static BenchmarkFunction rosenbrock(int dimensions) {
        return cube("rosenbrock", dimensions, 2.048, Formulas::rosenbrock, 1);
    }

    /** Returns a nearly flat plain full of dents with a steep funnel in the middle. */
    public static BenchmarkFunction ackley(int dimensions) {
        return cube("ackley", dimensions, 32.768, Formulas::ackley, 0);
    }

    /** Returns a bowl with a regular lattice of dents, about 10 in each dimension. */
    public static BenchmarkFunction rastrigin(int dimensions) {
        return cube("rastrigin", dimensions, 5.12, Formulas::rastrigin, 0);
    }

    /** Returns a smooth function of two numbers with three minima, all of them the lowest. */
    public static BenchmarkFunction branin() {
        return new BenchmarkFunction(
                "branin", List.of(axis(0, -5, 10), axis(1, 0, 15)), Formulas::branin, List.of(Math.PI, 2.275));
    }

    /** Returns a smooth function of six numbers with six minima, one of them the lowest. */
    public static BenchmarkFunction hartmann6() {
        List<Parameter<Double>> axes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            axes.add(axis(i, 0, 1));
        }
        return new BenchmarkFunction(
                "hartmann6",
                axes,
                Formulas::hartmann6,
                List.of(0.20169, 0.150011, 0.476874, 0.275332, 0.311652, 0.6573));
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the number of arguments. */
    public int dimensions() {
        return axes.size();
    }

    /** Returns the space of the arguments, x0, x1 and so on. */
    public Space<Configuration> space() {
        return new PlainSpace(axes);
    }

    /**
     * Returns the value of a configuration.
     *
     * @param configuration belongs to {@link #space}
     */
    public double value(Configuration configuration) {
        return at(axes.stream().mapToDouble(configuration::get).toArray());
    }

    /**
     * Returns the value at a point.
     *
     * @param x as many numbers as there are {@link #dimensions}
     */
    public double at(double... x) {
        if (x.length != axes.size()) {
            throw new IllegalArgumentException("x (" + x.length + " numbers) must have " + axes.size());
        }
        return function.applyAsDouble(x);
    }

    /** Returns a point where the function has its lowest value, up to six digits. */
    public List<Double> minimizer() {
        return minimizer;
    }

    /** Returns the lowest value. */
    public double minimum() {
        return at(minimizer.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public String toString() {
        return name + " of " + dimensions();
    }

    private static BenchmarkFunction cube(
            String name, int dimensions, double bound, ToDoubleFunction<double[]> function, double best) {
        if (dimensions < 1) {
            throw new IllegalArgumentException("dimensions (" + dimensions + ") must be at least 1");
        }
        List<Parameter<Double>> axes = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            axes.add(axis(i, -bound, bound));
        }
        return new BenchmarkFunction(name, axes, function, Collections.nCopies(dimensions, best));
    }

    private static Parameter<Double> axis(int index, double min, double max) {
        return Parameter.ofDouble(Scope.root().child("x" + index), RealDomain.of(Scale.LINEAR, min, max));
    }
}
