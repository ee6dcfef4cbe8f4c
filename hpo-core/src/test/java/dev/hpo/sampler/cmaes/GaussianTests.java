// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.numeric.SplitMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianTests {

    private static final Offset<Double> CLOSE = within(1e-12);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 9})
    void generationsAreThoseOfTheTextbook(int size) {
        Weights weights = new Weights(size, 4 + 2 * size);
        RandomGenerator random = SplitMix.of(5, size);
        double[] mean = random.doubles(size).toArray();
        Gaussian gaussian = Gaussian.around(mean, 0.3);
        TextbookCmaEs textbook = new TextbookCmaEs(mean, 0.3, weights.population());
        for (int generation = 0; generation < 5; generation++) {
            double[][] points = ranked(gaussian, weights.population(), random);
            gaussian = gaussian.updated(population(points, true), weights);
            textbook.update(points);
            assertThat(gaussian.mean()).containsExactly(textbook.m.toArray(), CLOSE);
            assertThat(gaussian.sigma()).isCloseTo(textbook.sigma, CLOSE);
            for (int i = 0; i < size; i++) {
                assertThat(gaussian.covariance()[i]).containsExactly(textbook.c.getRow(i), CLOSE);
            }
        }
    }

    @Test
    void drawsHaveTheMeanAndTheSpreadThatTheySay() {
        Weights weights = new Weights(3, 12);
        RandomGenerator random = SplitMix.of(6);
        Gaussian gaussian = Gaussian.around(new double[] {0.2, 0.5, 0.7}, 0.1);
        gaussian = gaussian.updated(population(ranked(gaussian, 12, random), true), weights)
                .with(new double[] {0.3, 0.4, 0.5}, new double[] {1, 2, 0.5});
        int draws = 200_000;
        double[] sum = new double[3];
        double[] squares = new double[3];
        for (int draw = 0; draw < draws; draw++) {
            double[] point = gaussian.draw(random);
            for (int at = 0; at < 3; at++) {
                sum[at] += point[at];
                squares[at] += Math.pow(point[at] - gaussian.mean()[at], 2);
            }
        }
        for (int at = 0; at < 3; at++) {
            assertThat(sum[at] / draws).isCloseTo(gaussian.mean()[at], within(0.002));
            assertThat(Math.sqrt(squares[at] / draws) / gaussian.spread(at)).isCloseTo(1, within(0.01));
        }
    }

    @Test
    void farPointFromElsewhereMovesTheMeanNoFurtherThanALongStep() {
        Gaussian gaussian = Gaussian.around(new double[] {0.5, 0.5}, 0.01);
        double[][] points = {{1, 1}, {0.51, 0.5}, {0.5, 0.51}, {0.49, 0.5}};
        Weights weights = new Weights(2, 4);
        double foreign = gaussian.updated(population(points, false), weights).mean()[0];
        double own = gaussian.updated(population(points, true), weights).mean()[0];
        assertThat(own).isGreaterThan(0.8);
        assertThat(foreign).isBetween(0.505, 0.53);
    }

    @Test
    void indefiniteCovarianceGivesFiniteDrawsAndIsSaidToBeUnsound() {
        Axes axes = Axes.of(new double[][] {{1, 1 + 1e-9}, {1 + 1e-9, 1}});
        assertThat(axes.isSound()).isFalse();
        assertThat(axes.draw(SplitMix.of(1))).doesNotContain(Double.NaN);
        assertThat(axes.whiten(new double[] {1, 0})).doesNotContain(Double.NaN);
        assertThat(Axes.of(new double[][] {{0, 0}, {0, 0}}).isSound()).isFalse();
        assertThat(Axes.of(new double[][] {{1, 0.5}, {0.5, 1}}).isSound()).isTrue();
    }

    @Test
    void conditionBeyondDoublePrecisionIsUnsound() {
        assertThat(Axes.of(new double[][] {{1, 0}, {0, 1e-13}}).isSound()).isTrue();
        assertThat(Axes.of(new double[][] {{1, 0}, {0, 1e-15}}).isSound()).isFalse();
    }

    @Test
    void distributionOfNoNumbersIsBorne() {
        Gaussian gaussian = Gaussian.around(new double[0], 0.2);
        Weights weights = new Weights(1, 6);
        for (int generation = 0; generation < 100; generation++) {
            gaussian = gaussian.updated(population(new double[6][0], true), weights);
        }
        assertThat(gaussian.isSound()).isTrue();
        assertThat(gaussian.draw(SplitMix.of(1))).isEmpty();
    }

    private static double[][] ranked(Gaussian gaussian, int count, RandomGenerator random) {
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = gaussian.draw(random);
        }
        Arrays.sort(points, Comparator.comparingDouble(GaussianTests::bowl));
        return points;
    }

    private static double bowl(double[] point) {
        double sum = 0;
        for (int at = 0; at < point.length; at++) {
            sum += (at + 1) * Math.pow(point[at] - 0.1 * at, 2) + point[0] * point[at];
        }
        return sum;
    }

    static Ranked population(double[][] points, boolean own) {
        List<Member> members = new ArrayList<>();
        for (double[] point : points) {
            members.add(new Member(point, new int[0]));
        }
        boolean[] all = new boolean[points.length];
        Arrays.fill(all, own);
        return new Ranked(members, all);
    }
}
