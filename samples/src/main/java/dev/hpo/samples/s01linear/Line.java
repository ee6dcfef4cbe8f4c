// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s01linear;

import dev.hpo.samples.network.Activation;
import dev.hpo.samples.network.Example;
import dev.hpo.samples.network.Network;
import dev.hpo.samples.network.Optimizer;
import dev.hpo.samples.network.Output;
import dev.hpo.samples.network.Shape;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The line y = x + 10, learned from 100 random integers and tested on 100 others. */
final class Line {
    private static final int ROWS = 100;
    private static final int EPOCHS = 100;
    private static final int BATCH_SIZE = 10;
    private static final double LEARNING_RATE = 0.01;

    private final List<Integer> train;
    private final List<Integer> test;
    private final Standardizer x;
    private final Standardizer y;

    /**
     * Draws all 200 integers, each a different one from 0 to 999. The error is in units of y and so depends on this range:
     * over a smaller one a rectifier comes nearer to the line.
     */
    Line(long seed) {
        List<Integer> drawn = new Random(seed)
                .ints(0, 1000)
                .distinct()
                .limit(2 * ROWS)
                .boxed()
                .toList();
        this.train = drawn.subList(0, ROWS);
        this.test = drawn.subList(ROWS, 2 * ROWS);
        this.x = Standardizer.of(train);
        this.y = Standardizer.of(targets(train).toList());
    }

    private static Stream<Integer> targets(List<Integer> inputs) {
        return inputs.stream().map(input -> input + 10);
    }

    /**
     * Trains a network with one hidden layer of 16 units and returns its root mean squared error on the test integers,
     * in units of y.
     *
     * <p>The learning rate falls in a straight line to 0: at a constant one, about two in a hundred seeds end in one of
     * the bursts that Adam is prone to near a minimum.
     */
    double testError(Activation activation, long seed) {
        Network network = Network.create(new Shape(1, 1, 16, 1, activation), Output.LINEAR, seed)
                .learnBy(new Optimizer.Adam(0.999), 0.9);
        List<Example> examples = examples(train);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            network.fit(examples, BATCH_SIZE, LEARNING_RATE * (1 - (double) epoch / EPOCHS));
        }
        return rootMeanSquaredError(network);
    }

    private double rootMeanSquaredError(Network network) {
        double sum = 0;
        for (int input : test) {
            double predicted = y.unscale(network.predict(example(input)));
            sum += Math.pow(predicted - (input + 10), 2);
        }
        return Math.sqrt(sum / test.size());
    }

    private List<Example> examples(List<Integer> inputs) {
        return inputs.stream().map(this::example).toList();
    }

    private Example example(int input) {
        return Example.of(x.scale(input), y.scale(input + 10));
    }
}
