// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import static dev.hpo.testkit.Formulas.square;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Scale;
import java.util.List;

/** Numbers on two scales, whole numbers and choices, one of which moves the optimum of two others. */
final class MixedProblem {

    private static final Parameter<Double> LR = Parameters.real("lr", Scale.LOG, 1e-6, 1);
    private static final Parameter<Double> WD = Parameters.real("wd", Scale.LOG, 1e-8, 1e-1);
    private static final Parameter<Long> N = Parameters.whole("n", 1, 100);
    private static final Parameter<Long> M = Parameters.whole("m", 0, 10);
    private static final Parameter<Double> A = Parameters.real("a", Scale.LINEAR, 0, 1);
    private static final Parameter<Double> B = Parameters.real("b", Scale.LINEAR, 0, 1);
    private static final Parameter<String> K = Parameters.choice("k", List.of("a", "b", "c", "d"));
    private static final Parameter<String> FLAG = Parameters.choice("flag", List.of("on", "off"));
    private static final double[] SHIFTS = {0, 1, -1, 2};
    private static final double[] OFFSETS = {0.5, 0, 0.8, 1};

    private MixedProblem() {}

    static Problem of(String suite) {
        PlainSpace space = new PlainSpace(List.of(LR, WD, N, M, A, B, K, FLAG));
        return new Problem("mixed8", suite, space, MixedProblem::value, new Problem.Range(0, 24.1024));
    }

    private static double value(Configuration point) {
        int kind = "abcd".indexOf(point.get(K));
        double shift = SHIFTS[kind];
        return square(Math.log10(point.get(LR)) + 3 - 0.5 * shift)
                + 0.5 * square(Math.log10(point.get(WD)) + 5)
                + square((point.get(N) - 20 - 5 * shift) / 10)
                + 0.3 * square(point.get(M).doubleValue() - 2)
                + 4 * square(point.get(A) - 0.3)
                + 4 * square(point.get(B) - 0.7)
                + OFFSETS[kind]
                + (point.get(FLAG).equals("on") ? 0.3 : 0);
    }
}
