// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.pruning;

import dev.hpo.space.Configuration;
import dev.hpo.study.Suggestion;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** A training that is under way: it reports after each epoch, and may go on with one that was paused. */
final class Training {

    private final Trial trial;
    private final double[] curve;
    private final int worker;

    /** When its next epoch ends. */
    private long time;

    /** Which epoch is the next to end, from 1. */
    private int epoch;

    /**
     * Creates a training.
     *
     * @param curve what it would report after all epochs
     * @param worker who trains
     * @param now when it begins
     */
    Training(Suggestion<Configuration> suggestion, double[] curve, int worker, long now) {
        this.trial = suggestion.trial();
        this.curve = curve;
        this.worker = worker;
        this.time = now + 1;
        this.epoch = 1 + (int) trial.step().orElse(0);
    }

    /** Saves something that another one can go on from. */
    void save() {
        try {
            Files.writeString(trial.checkpoint().resolve("epoch"), "made up");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Trial trial() {
        return trial;
    }

    int worker() {
        return worker;
    }

    long time() {
        return time;
    }

    /** Reports the epoch that ends, and goes on to the next one. */
    void report() {
        trial.report(epoch, curve[epoch - 1]);
        epoch++;
        time++;
    }

    boolean isDone() {
        return epoch > curve.length;
    }
}
