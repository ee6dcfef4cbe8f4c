// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s10panda;

import dev.hpo.samples.network.Activation;
import dev.hpo.samples.network.Example;
import dev.hpo.samples.network.Network;
import dev.hpo.samples.network.Optimizer;
import dev.hpo.samples.network.Output;
import dev.hpo.samples.network.Shape;
import dev.hpo.samples.s02digits.Digits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A network that learns to read digits from noisy copies of them, each time from others, and that can be saved at the end of any epoch. One that is
 * loaded goes on to the same bits as one that was never interrupted.
 *
 * <p>The noise keeps a network from learning its digits by heart, and the learning rate from staying high: what is right in the first epochs is too much in the last.
 */
public final class DigitReader {
    private static final Shape SHAPE = new Shape(Digits.PIXELS, 1, 32, Digits.CLASSES, Activation.TANH);
    private static final int BATCH = 8;
    private static final double NOISE = 0.2;
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final Network network;
    private int epochs;

    private DigitReader(Network network) {
        this.network = network;
    }

    /** Returns an untrained reader; its weights depend on {@code seed} alone. */
    public static DigitReader init(long seed) {
        return new DigitReader(Network.create(SHAPE, Output.SOFTMAX, seed).learnBy(new Optimizer.Sgd(), 0));
    }

    /**
     * Returns a reader that was saved.
     *
     * @throws IllegalArgumentException if the file has not as many numbers as a reader
     */
    public static DigitReader load(Path file) throws IOException {
        double[] numbers = new double[(int) (Files.size(file) / Double.BYTES)];
        ByteBuffer.wrap(Files.readAllBytes(file)).asDoubleBuffer().get(numbers);
        int last = Math.max(0, numbers.length - 1);
        DigitReader reader = init(0);
        reader.network.restore(Arrays.copyOf(numbers, last));
        reader.epochs = (int) numbers[last];
        return reader;
    }

    /** Saves all that the training has come to: the weights, the last step of each for the momentum, and the number of epochs. */
    public void save(Path file) throws IOException {
        double[] state = network.state();
        ByteBuffer bytes = ByteBuffer.allocate((state.length + 1) * Double.BYTES);
        bytes.asDoubleBuffer().put(state).put(epochs);
        Files.write(file, bytes.array());
    }

    /** Returns how many epochs it has trained. */
    public int epochs() {
        return epochs;
    }

    /**
     * Learns every digit once.
     *
     * @param pace how fast, in this epoch
     * @param seed decides, with the number of the epoch and nothing else, on the order of the digits and their noise: two trainings with one seed see the same
     */
    public void fitOneEpoch(List<Example> digits, PaceConfig pace, long seed) {
        epochs++;
        Random random = new Random(seed + ODD * epochs);
        List<Example> noisy = digits.stream().map(digit -> noisy(digit, random)).toList();
        network.setMomentum(pace.momentum());
        network.fit(noisy, BATCH, pace.learningRate(), random);
    }

    private static Example noisy(Example digit, Random random) {
        double[] pixels = digit.copyOfInputs();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] += NOISE * random.nextGaussian();
        }
        return Example.ofClass(pixels, digit.label(), Digits.CLASSES);
    }

    /** Returns the mean cross-entropy in nats; not a number where the training has diverged. */
    public double loss(List<Example> digits) {
        return network.crossEntropy(digits);
    }

    /** Returns the share of digits that are read right, from 0 to 1. */
    public double accuracy(List<Example> digits) {
        return network.accuracy(digits);
    }
}
