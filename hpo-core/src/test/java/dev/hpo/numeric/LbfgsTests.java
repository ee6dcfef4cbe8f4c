// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LbfgsTests {

    @Test
    void valleyOfRosenbrockIsFollowedToItsEnd() {
        Lbfgs.Minimum end = Lbfgs.minimize(LbfgsTests::rosenbrock, (i, x) -> x, new double[] {-1.2, 1}, 200, 1e-8);
        assertThat(end.point()).containsExactly(new double[] {1, 1}, within(1e-5));
        assertThat(end.value()).isLessThan(1e-10);
    }

    @Test
    void variableStaysAtTheBoundItIsPushedAgainst() {
        Lbfgs.Minimum end = Lbfgs.minimize(
                (x, slope) -> {
                    slope[0] = 2 * (x[0] - 3);
                    slope[1] = 2 * (x[1] - 0.25);
                    return (x[0] - 3) * (x[0] - 3) + (x[1] - 0.25) * (x[1] - 0.25);
                },
                (i, x) -> Math.min(1, Math.max(0, x)),
                new double[] {0.5, 0.9},
                50,
                1e-9);
        assertThat(end.point()).containsExactly(new double[] {1, 0.25}, within(1e-7));
    }

    @Test
    void stepsIntoWhatHasNoValueAreTakenBack() {
        Lbfgs.Minimum end = Lbfgs.minimize(
                (x, slope) -> {
                    slope[0] = 1 - 1 / x[0];
                    return x[0] - Math.log(x[0]);
                },
                (i, x) -> x,
                new double[] {20},
                100,
                1e-9);
        assertThat(end.point()[0]).isEqualTo(1, within(1e-6));
    }

    @Test
    void startWithoutAValueIsReturned() {
        Lbfgs.Minimum end = Lbfgs.minimize((x, slope) -> Double.NaN, (i, x) -> x, new double[] {7}, 100, 1e-9);
        assertThat(end.point()).containsExactly(7);
        assertThat(end.value()).isInfinite();
    }

    private static double rosenbrock(double[] x, double[] slope) {
        double valley = x[1] - x[0] * x[0];
        slope[0] = -400 * x[0] * valley - 2 * (1 - x[0]);
        slope[1] = 200 * valley;
        return 100 * valley * valley + (1 - x[0]) * (1 - x[0]);
    }
}
