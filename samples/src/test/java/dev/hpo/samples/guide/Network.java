// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Stands for a model: its loss falls with the epochs towards a value that depends on the configuration. */
final class Network {

    private final NetworkConfig config;
    private final double luck;
    private int epoch;

    Network(NetworkConfig config, long seed) {
        this.config = config;
        this.luck = 0.01 * new SplittableRandom(seed).nextDouble();
    }

    void fitOneEpoch() {
        epoch++;
    }

    int epochs() {
        return epoch;
    }

    void save(Path file) throws IOException {
        Files.writeString(file, String.valueOf(epoch));
    }

    void load(Path file) throws IOException {
        epoch = Integer.parseInt(Files.readString(file));
    }

    /** Some folds are harder than others, whatever the configuration. */
    double lossOnFold(int fold) {
        return validationLoss() + 0.2 * Math.sin(fold);
    }

    double validationLoss() {
        double decades = Math.log10(config.learningRate()) + 2;
        double units = (config.hiddenUnits() - 80) / 50.0;
        return 0.1 + decades * decades + units * units + luck + 1.0 / (1 + epoch);
    }
}
