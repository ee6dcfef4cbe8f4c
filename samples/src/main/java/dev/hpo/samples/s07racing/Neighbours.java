// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s07racing;

import dev.hpo.samples.network.Example;
import dev.hpo.samples.s02digits.Digits;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Tells digits apart by the known ones that look most alike. */
final class Neighbours {
    private final NeighboursConfig config;
    private final double[][] images;
    private final int[] labels;

    Neighbours(NeighboursConfig config, List<Example> known) {
        this.config = config;
        this.images = known.stream().map(this::image).toArray(double[][]::new);
        this.labels = known.stream().mapToInt(Example::label).toArray();
    }

    /** Returns the mean cross-entropy in nats on other digits. */
    double loss(List<Example> digits) {
        return digits.stream()
                .mapToDouble(digit -> -Math.log(probability(image(digit), digit.label())))
                .average()
                .orElseThrow();
    }

    private double probability(double[] image, int label) {
        double[] distances = Arrays.stream(images)
                .mapToDouble(other -> distance(image, other))
                .toArray();
        int[] nearest = IntStream.range(0, distances.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> distances[index]))
                .limit(config.count())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] votes = new double[Digits.CLASSES];
        Arrays.fill(votes, config.doubt());
        double least = distances[nearest[0]] + 1e-9;
        for (int index : nearest) {
            votes[labels[index]] += Math.pow(least / (distances[index] + 1e-9), config.nearness());
        }
        return votes[label] / Arrays.stream(votes).sum();
    }

    private static double distance(double[] one, double[] other) {
        double squares = 0;
        for (int pixel = 0; pixel < one.length; pixel++) {
            double difference = one[pixel] - other[pixel];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    private double[] image(Example digit) {
        double[] pixels = digit.copyOfInputs();
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            pixels[pixel] = Math.pow(pixels[pixel], config.contrast());
        }
        return pixels;
    }
}
