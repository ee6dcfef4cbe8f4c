// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.warm;

import dev.hpo.trial.EarlierStudy;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An earlier study and what it counts for now. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Source {

    private final Memory memory;
    private final double weight;

    Source(Memory memory, double weight) {
        this.memory = memory;
        this.weight = weight;
    }

    Source times(double factor) {
        return new Source(memory, weight * factor);
    }

    /** Returns the study. */
    public EarlierStudy study() {
        return memory.study();
    }

    /** Returns how far its order is to be trusted: above 0, at most 1; those of all sources together are at most 1. */
    public double weight() {
        return weight;
    }

    /** Returns the points of its results, the best first, at most a few hundred; they must not be changed. */
    public double[][] points() {
        return memory.points();
    }

    /** Returns the normal scores of its results' ranks, low for good ones, in the order of the points; they must not be changed. */
    public double[] scores() {
        return memory.scores();
    }

    /** Returns the normal score that it predicts at a proper point: low where good results are expected. */
    public double predict(double[] point) {
        return memory.predict(point);
    }
}
