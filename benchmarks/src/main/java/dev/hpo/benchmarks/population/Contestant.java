// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.population;

import java.util.List;

/** A way to come to a trained state. */
sealed interface Contestant permits RaisedPopulation, TunedSchedule {

    /** Returns what it is called. */
    String name();

    /** Trains with a seed. */
    Shipped run(NoisyQuadratic training, long seed) throws InterruptedException;

    /**
     * What comes of it.
     *
     * @param loss that of the state that is shipped
     * @param trainings how many full trainings' worth of steps it took
     * @param decisions how long decisions took, in milliseconds of processor time
     * @param nudges what became of those of a panda
     */
    record Shipped(double loss, double trainings, List<Double> decisions, Nudges nudges) {

        Shipped(double loss, double trainings, List<Double> decisions) {
            this(loss, trainings, decisions, Nudges.NONE);
        }
    }
}
