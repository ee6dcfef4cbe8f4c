// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BenchmarkFunctionTests {

    static Stream<BenchmarkFunction> functions() {
        return Stream.of(
                BenchmarkFunction.sphere(3),
                BenchmarkFunction.rosenbrock(2),
                BenchmarkFunction.rosenbrock(5),
                BenchmarkFunction.ackley(4),
                BenchmarkFunction.rastrigin(3),
                BenchmarkFunction.branin(),
                BenchmarkFunction.hartmann6());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void nothingIsBelowTheMinimumAnywhereOrBesideTheMinimizer(BenchmarkFunction function) {
        RandomGenerator random = SplitMix.of(1);
        for (int draw = 0; draw < 20_000; draw++) {
            Configuration point =
                    function.space().choose(parameter -> parameter.domain().fromUnit(random.nextDouble()));
            double[] near = function.minimizer().stream()
                    .mapToDouble(x -> x + 1e-3 * (random.nextDouble() - 0.5))
                    .toArray();
            assertThat(function.value(point)).isGreaterThan(function.minimum());
            assertThat(function.at(near)).isGreaterThanOrEqualTo(function.minimum() - 1e-6);
        }
    }

    @Test
    void minimaArePublishedOnes() {
        assertThat(functions().map(BenchmarkFunction::minimum).toList())
                .satisfiesExactly(
                        value -> assertThat(value).isZero(),
                        value -> assertThat(value).isZero(),
                        value -> assertThat(value).isZero(),
                        value -> assertThat(value).isCloseTo(0, within(1e-12)),
                        value -> assertThat(value).isCloseTo(0, within(1e-12)),
                        value -> assertThat(value).isCloseTo(0.397887, within(1e-6)),
                        value -> assertThat(value).isCloseTo(-3.32237, within(1e-5)));
    }

    @Test
    void wrongNumberOfArgumentsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchmarkFunction.branin().at(1))
                .withMessage("x (1 numbers) must have 2");
        assertThatIllegalArgumentException().isThrownBy(() -> BenchmarkFunction.sphere(0));
        assertThat(List.of(
                        BenchmarkFunction.branin().dimensions(),
                        BenchmarkFunction.sphere(7).dimensions()))
                .containsExactly(2, 7);
    }
}
