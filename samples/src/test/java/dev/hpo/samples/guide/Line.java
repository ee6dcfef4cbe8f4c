// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A linear model of noisy data, fitted by stochastic gradient descent with momentum: small, and a real training. */
final class Line {

    private static final int FEATURES = 20;
    private static final int BATCH = 8;
    private static final int BATCHES = 10;

    private final long seed;
    private final double[] weights;
    private final double[] velocity;
    private int epoch;

    private Line(long seed, double[] weights, double[] velocity, int epoch) {
        this.seed = seed;
        this.weights = weights;
        this.velocity = velocity;
        this.epoch = epoch;
    }

    /** Returns the model that was saved, or a fresh one. */
    static Line loadOr(Path saved, long seed) {
        if (!Files.exists(saved)) {
            return new Line(seed, new double[FEATURES], new double[FEATURES], 0);
        }
        try {
            List<String> lines = Files.readAllLines(saved);
            return new Line(seed, numbers(lines.get(1)), numbers(lines.get(2)), Integer.parseInt(lines.get(0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    void save(Path file) {
        try {
            Files.write(file, List.of(String.valueOf(epoch), text(weights), text(velocity)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(double... numbers) {
        List<String> texts = new ArrayList<>();
        Arrays.stream(numbers).forEach(number -> texts.add(String.valueOf(number)));
        return String.join(" ", texts);
    }

    int epochs() {
        return epoch;
    }

    /** The order of the data hangs on the seed and the epoch alone, so that a control and its nudge see the same. */
    void fitOneEpoch(DescentConfig config) {
        epoch++;
        SplittableRandom random = new SplittableRandom(seed + epoch);
        for (int batch = 0; batch < BATCHES; batch++) {
            double[] gradient = gradient(random);
            for (int i = 0; i < FEATURES; i++) {
                velocity[i] = config.momentum() * velocity[i] - config.learningRate() * gradient[i];
                weights[i] += velocity[i];
            }
        }
    }

    private double[] gradient(SplittableRandom random) {
        double[] gradient = new double[FEATURES];
        for (int row = 0; row < BATCH; row++) {
            double[] x = features(random);
            double error = predict(x) - target(x) - 0.5 * random.nextGaussian();
            for (int i = 0; i < FEATURES; i++) {
                gradient[i] += error * x[i] / BATCH;
            }
        }
        return gradient;
    }

    /** Some features tell more than others, as in any data. */
    private static double[] features(SplittableRandom random) {
        double[] x = new double[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            x[i] = random.nextGaussian() / Math.sqrt(1 + i);
        }
        return x;
    }

    private static double target(double... x) {
        return Arrays.stream(x).sum();
    }

    private double predict(double... x) {
        double sum = 0;
        for (int i = 0; i < FEATURES; i++) {
            sum += weights[i] * x[i];
        }
        return sum;
    }

    /** On data that no training has seen, the same for all. */
    double validationLoss() {
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        for (int row = 0; row < 200; row++) {
            double[] x = features(random);
            double error = predict(x) - target(x);
            sum += error * error / 200;
        }
        return sum;
    }
}
