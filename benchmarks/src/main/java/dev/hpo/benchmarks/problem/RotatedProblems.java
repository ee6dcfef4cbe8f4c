// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.hpo.benchmarks.problem.Problem.Range;
import dev.hpo.testkit.Formulas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Test functions turned about their optimum: the others are mostly sums over the axes, which real problems are in part only,
 * so that what is gained on them must hold on these too.
 */
final class RotatedProblems {

    static final String SUITE = "rotated";

    private RotatedProblems() {}

    static List<Problem> all() {
        Box ackley = new Box(10, -32.768, 32.768);
        Box rastrigin = new Box(5, -5.12, 5.12);
        Box styblinski = new Box(8, -5, 5);
        double[] valley = new double[8];
        Arrays.fill(valley, -2.903534);
        ToDoubleFunction<double[]> hills = Formulas::styblinskiTang;
        return List.of(
                ackley.problem(
                        "rackley10s",
                        SUITE,
                        Box.turned(ackley.shifted(Formulas::ackley), rotation(10), ackley.shift()),
                        new Range(0, 21.358394622821564)),
                rastrigin.problem(
                        "rrastrigin5s",
                        SUITE,
                        Box.turned(rastrigin.shifted(Formulas::rastrigin), rotation(5), rastrigin.shift()),
                        new Range(0, 102.58118125857163)),
                styblinski.problem(
                        "rstyblinski8",
                        SUITE,
                        Box.turned(hills, rotation(8), valley),
                        new Range(-313.32932563016, 6142.563174807176)));
    }

    private static RealMatrix rotation(int dimensions) {
        try (InputStream json = RotatedProblems.class.getResourceAsStream("rotations.json")) {
            Map<String, Object> matrices = JSON.std.mapFrom(json);
            List<?> rows = (List<?>) Objects.requireNonNull(matrices.get("d" + dimensions));
            return MatrixUtils.createRealMatrix(
                    rows.stream().map(RotatedProblems::row).toArray(double[][]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] row(Object row) {
        return ((List<?>) row)
                .stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
    }
}
