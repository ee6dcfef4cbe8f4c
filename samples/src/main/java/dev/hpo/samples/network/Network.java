// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.encog.ml.data.basic.BasicMLDataPair;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.flat.FlatNetwork;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.sgd.StochasticGradientDescent;

/**
 * A fully connected network that Encog trains by mini-batches.
 *
 * <p>Everything random comes from the seed, and nothing is shared between instances: equal arguments give the same
 * weights bit for bit, on any thread. An instance itself is for one thread at a time.
 *
 * <p>The mini-batches are fed to Encog row by row. Its {@code iteration()} would skip every other batch, since it moves
 * on twice.
 */
public final class Network {
    private final FlatNetwork flat;
    private final StochasticGradientDescent training;
    private final BasicMLDataPair row;
    private final double[] result;
    private final Random random;
    private List<double[]> memory = List.of();

    private Network(StochasticGradientDescent training, Random random) {
        this.flat = training.getFlat();
        this.training = training;
        this.row = (BasicMLDataPair) BasicMLDataPair.createPair(flat.getInputCount(), flat.getOutputCount());
        this.result = new double[flat.getOutputCount()];
        this.random = random;
    }

    /** Returns a network with random weights that depend on {@code seed} alone. */
    public static Network create(Shape shape, Output output, long seed) {
        Random random = new Random(seed);
        return new Network(training(shape, output, random), random);
    }

    static StochasticGradientDescent training(Shape shape, Output output, Random random) {
        BasicNetwork network = layers(shape, output);
        InitialWeights.draw(network, random);
        return new StochasticGradientDescent(network, unusedData(shape));
    }

    /**
     * Sets the rule by which the network learns.
     *
     * @param momentum the weight of earlier steps, from 0 to below 1
     */
    public Network learnBy(Optimizer optimizer, double momentum) {
        Rule rule = optimizer.rule(training);
        training.setUpdateRule(rule);
        memory = rule.memory();
        setMomentum(momentum);
        return this;
    }

    /** Sets the weight of earlier steps, from 0 to below 1; which steps these were is not forgotten. */
    public void setMomentum(double momentum) {
        training.setMomentum(momentum);
    }

    /**
     * Learns every example once, in random order, by the mean gradient of each mini-batch.
     *
     * @param batchSize the number of examples to a step; the last step takes what is left
     */
    public void fit(List<Example> examples, int batchSize, double learningRate) {
        fit(examples, batchSize, learningRate, random);
    }

    /**
     * Learns every example once.
     *
     * @param order shuffles the examples
     */
    public void fit(List<Example> examples, int batchSize, double learningRate, Random order) {
        List<Example> shuffled = new ArrayList<>(examples);
        Collections.shuffle(shuffled, order);
        training.setLearningRate(learningRate);
        for (int from = 0; from < shuffled.size(); from += batchSize) {
            step(shuffled.subList(from, Math.min(from + batchSize, shuffled.size())));
        }
    }

    private void step(List<Example> batch) {
        row.setSignificance(1.0 / batch.size()); // Encog adds gradients up; this weight makes the sum a mean
        for (Example example : batch) {
            row.setInputArray(example.inputs());
            row.setIdealArray(example.targets());
            training.process(row);
        }
        training.update();
    }

    /**
     * Returns all that the training has come to, in an array of the caller's own: the weights and what the rule remembers. What is left out is the
     * state of the seed, so hand in the order of the examples to go on to the same bits.
     */
    public double[] state() {
        return parts().stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /**
     * Goes on from a state of a network of the same shape that learns by the same rule.
     *
     * @throws IllegalArgumentException if it is one of another
     */
    public void restore(double[] state) {
        List<double[]> parts = parts();
        int length = parts.stream().mapToInt(part -> part.length).sum();
        if (state.length != length) {
            throw new IllegalArgumentException("state (of " + state.length + " numbers) must have " + length);
        }
        int from = 0;
        for (double[] part : parts) {
            System.arraycopy(state, from, part, 0, part.length);
            from += part.length;
        }
    }

    private List<double[]> parts() {
        List<double[]> parts = new ArrayList<>(memory);
        parts.add(0, flat.getWeights());
        return parts;
    }

    /** Returns the first output for {@code example}. */
    public double predict(Example example) {
        flat.compute(example.inputs(), result);
        return result[0];
    }

    /** Returns the mean cross-entropy of a softmax output in nats; not a number where the training has diverged. */
    public double crossEntropy(List<Example> examples) {
        double sum = 0;
        for (Example example : examples) {
            flat.compute(example.inputs(), result);
            sum += crossEntropy(flat.getLayerSums(), example.targets());
        }
        return sum / examples.size();
    }

    // From the sums before the softmax, which come first in Encog's array: a probability may round to 0, which has no
    // logarithm.
    private static double crossEntropy(double[] sums, double[] targets) {
        double loss = Softmax.logSumExp(sums, 0, targets.length);
        for (int i = 0; i < targets.length; i++) {
            loss -= targets[i] * sums[i];
        }
        return loss;
    }

    /** Returns the share of examples whose greatest output is that of their class, from 0 to 1. */
    public double accuracy(List<Example> examples) {
        int right = 0;
        for (Example example : examples) {
            flat.compute(example.inputs(), result);
            if (greatest(result) == greatest(example.targets())) {
                right++;
            }
        }
        return (double) right / examples.size();
    }

    private static int greatest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    private static BasicNetwork layers(Shape shape, Output output) {
        BasicNetwork network = new BasicNetwork();
        network.addLayer(new BasicLayer(null, true, shape.inputs()));
        for (int i = 0; i < shape.hiddenLayers(); i++) {
            network.addLayer(new BasicLayer(shape.activation().function(), true, shape.hiddenUnits()));
        }
        OutputActivation last = new OutputActivation(output, shape.activation().function());
        network.addLayer(new BasicLayer(last, false, shape.outputs()));
        network.getStructure().finalizeStructure();
        return network;
    }

    // The training insists on a data set, of which it then only counts the rows.
    private static BasicMLDataSet unusedData(Shape shape) {
        return new BasicMLDataSet(new double[1][shape.inputs()], new double[1][shape.outputs()]);
    }
}
