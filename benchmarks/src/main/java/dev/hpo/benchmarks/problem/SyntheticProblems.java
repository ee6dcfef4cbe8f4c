// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.benchmarks.problem.Problem.Range;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Scale;
import dev.hpo.testkit.Formulas;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Test functions. An "s" at the end of a name says that the optimum is shifted; a number is that of dimensions. The random
 * medians were measured once, as the numbers of the peers were, and must not change.
 */
final class SyntheticProblems {

    static final String SUITE = "synthetic";

    private static final Box ACKLEY = new Box(10, -32.768, 32.768);
    private static final Box SPHERE = new Box(10, -5, 5);
    private static final Box LEVY = new Box(8, -10, 10);
    private static final Box GRIEWANK = new Box(6, -600, 600);
    private static final Box RASTRIGIN = new Box(5, -5.12, 5.12);

    private SyntheticProblems() {}

    static List<Problem> all() {
        return List.of(
                branin(),
                of("hartmann3", new Box(3, 0, 1), Formulas::hartmann3, new Range(-3.86278, -0.54648)),
                of("hartmann6", new Box(6, 0, 1), Formulas::hartmann6, new Range(-3.32237, -0.107504)),
                of("sphere10s", SPHERE, SPHERE.shifted(Formulas::sphere), new Range(0, 103.518)),
                of("rosenbrock5", new Box(5, -5, 10), Formulas::rosenbrock, new Range(0, 398349)),
                of("rosenbrock20", new Box(20, -5, 10), Formulas::rosenbrock, new Range(0, 2372810)),
                of("ackley10s", ACKLEY, ACKLEY.shifted(Formulas::ackley), new Range(0, 21.3734)),
                of("levy8s", LEVY, LEVY.shifted(Formulas::levy), new Range(0, 108.182)),
                of("griewank6s", GRIEWANK, GRIEWANK.shifted(Formulas::griewank), new Range(0, 223.832)),
                of("rastrigin5s", RASTRIGIN, RASTRIGIN.shifted(Formulas::rastrigin), new Range(0, 103.755)),
                of("styblinski8", new Box(8, -5, 5), Formulas::styblinskiTang, new Range(-313.329, -44.657)),
                of("michalewicz5", new Box(5, 0, Math.PI), Formulas::michalewicz, new Range(-4.68766, -0.42833)),
                logSphere(),
                MixedProblem.of(SUITE));
    }

    private static Problem of(String name, Box box, ToDoubleFunction<double[]> function, Range range) {
        return box.problem(name, SUITE, function, range);
    }

    private static Problem branin() {
        List<Parameter<Double>> axes =
                List.of(Parameters.real("x0", Scale.LINEAR, -5, 10), Parameters.real("x1", Scale.LINEAR, 0, 15));
        return new Problem(
                "branin2",
                SUITE,
                new PlainSpace(axes),
                point -> Formulas.branin(Box.coordinates(axes, point)),
                new Range(0.397887, 34.3731));
    }

    private static Problem logSphere() {
        List<Parameter<Double>> axes = Parameters.box(6, Scale.LOG, 1e-6, 1e2);
        return new Problem(
                "logsphere6",
                SUITE,
                new PlainSpace(axes),
                point -> logSphere(Box.coordinates(axes, point)),
                new Range(0, 51.4463));
    }

    private static double logSphere(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Formulas.square(Math.log10(x[i]) - (-2 + 2.5 * Math.sin(1.7 * (i + 1))));
        }
        return sum;
    }
}
