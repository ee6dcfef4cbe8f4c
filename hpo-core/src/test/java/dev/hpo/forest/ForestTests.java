// SPDX-License-Identifier: Apache-2.0
package dev.hpo.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.numeric.SplitMix;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForestTests {

    /** A range, a choice of three, a choice of 64, and a range that exists with the first of the three alone. */
    private static final int[] CHOICES = {0, 3, 64, 0};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 100, 300})
    void predictionIsThatOfTheDefinition(int size) {
        RandomGenerator random = SplitMix.of(1, size);
        Sample sample = sample(size, random);
        Forest forest = new Forest(sample, CHOICES, random);
        for (int draw = 0; draw < 50; draw++) {
            double[] point = point(random);
            List<Double> means = new ArrayList<>();
            double within = 0;
            for (Node tree : forest.trees()) {
                List<Double> losses = PlainTree.losses(tree, sample, point);
                means.add(PlainTree.mean(losses));
                within += PlainTree.variance(losses) / Forest.TREES;
            }
            Forest.Prediction prediction = forest.predict(point);
            assertThat(prediction.mean()).isCloseTo(PlainTree.mean(means), within(1e-12));
            assertThat(prediction.variance()).isCloseTo(within + PlainTree.variance(means), within(1e-12));
        }
    }

    @Test
    void pointsThatWereSeenArePredictedExactly() {
        RandomGenerator random = SplitMix.of(2);
        Sample sample = sample(200, random);
        Forest forest = new Forest(sample, CHOICES, random);
        for (int row = 0; row < sample.size(); row++) {
            Forest.Prediction prediction = forest.predict(sample.points()[row]);
            assertThat(prediction.mean()).isCloseTo(sample.losses()[row], within(1e-12));
            assertThat(prediction.variance()).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void whatWasNotSeenIsUncertain() {
        RandomGenerator random = SplitMix.of(3);
        double[][] points = {{0.1}, {0.2}, {0.8}, {0.9}};
        Forest forest = new Forest(new Sample(points, new double[] {0, 0, 1, 1}), new int[1], random);
        assertThat(forest.predict(new double[] {0.5}).variance()).isGreaterThan(0.05);
        assertThat(forest.predict(new double[] {0.15}).mean()).isZero();
    }

    @Test
    void samePointsWithDifferentLossesAreNoise() {
        double[][] points = {{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}};
        Sample sample = new Sample(points, new double[] {0, 1, 2, 3});
        Forest.Prediction prediction =
                new Forest(sample, new int[] {0, 3}, SplitMix.of(4)).predict(new double[] {0.1, 0.9});
        assertThat(prediction.mean()).isCloseTo(1.5, within(1e-12));
        assertThat(prediction.variance()).isCloseTo(1.25, within(1e-12));
    }

    @Test
    void pointWithoutAParameterIsPredictedByThoseWithoutIt() {
        RandomGenerator random = SplitMix.of(5);
        double[][] points = new double[60][];
        double[] losses = new double[60];
        for (int row = 0; row < 60; row++) {
            boolean exists = row % 2 == 0;
            points[row] = new double[] {exists ? 1 / 4.0 : 3 / 4.0, exists ? random.nextDouble() : Double.NaN};
            losses[row] = exists ? points[row][1] : 5;
        }
        Forest forest = new Forest(new Sample(points, losses), new int[] {2, 0}, random);
        assertThat(forest.predict(new double[] {3 / 4.0, Double.NaN}).mean()).isCloseTo(5, within(0.5));
        assertThat(forest.predict(new double[] {1 / 4.0, 0.3}).mean()).isCloseTo(0.3, within(0.3));
    }

    @Test
    void largeSampleIsLearntFromThoughNoTreeHasAllOfIt() {
        RandomGenerator random = SplitMix.of(6);
        int size = 5000;
        double[][] points = new double[size][];
        double[] losses = new double[size];
        for (int row = 0; row < size; row++) {
            points[row] = new double[] {random.nextDouble(), random.nextDouble()};
            losses[row] = points[row][0] + 3 * points[row][1];
        }
        Forest forest = new Forest(new Sample(points, losses), new int[2], random);
        for (int draw = 0; draw < 100; draw++) {
            double[] point = {random.nextDouble(), random.nextDouble()};
            assertThat(forest.predict(point).mean()).isCloseTo(point[0] + 3 * point[1], within(0.4));
        }
        int best = IntStream.range(0, size)
                .boxed()
                .min((a, b) -> Double.compare(losses[a], losses[b]))
                .orElseThrow();
        assertThat(forest.predict(points[best]).mean()).isCloseTo(losses[best], within(1e-12));
    }

    private static Sample sample(int size, RandomGenerator random) {
        double[][] points = new double[size][];
        double[] losses = new double[size];
        for (int row = 0; row < size; row++) {
            points[row] = point(random);
            losses[row] = random.nextGaussian();
        }
        return new Sample(points, losses);
    }

    private static double[] point(RandomGenerator random) {
        int choice = random.nextInt(3);
        return new double[] {
            random.nextDouble(),
            (choice + 0.5) / 3,
            (random.nextInt(64) + 0.5) / 64,
            choice == 0 ? random.nextDouble() : Double.NaN
        };
    }
}
