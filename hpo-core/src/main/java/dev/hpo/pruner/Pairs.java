// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.trial.Direction;
import dev.hpo.trial.Observation;
import java.util.Arrays;
import java.util.List;

/** By how much the losses of one trial are larger than those of another at the steps that both have reported. */
final class Pairs {

    private Pairs() {}

    /**
     * Returns the differences by rising step; where both values are not finite, there is none.
     *
     * @param own by rising step
     * @param other by rising step
     */
    static double[] differences(List<Observation> own, List<Observation> other, Direction direction) {
        double[] differences = new double[Math.min(own.size(), other.size())];
        int count = 0;
        int at = 0;
        for (Observation observation : own) {
            while (at < other.size() && other.get(at).step() < observation.step()) {
                at++;
            }
            if (at < other.size() && other.get(at).step() == observation.step()) {
                double loss = Losses.of(observation.value(), direction);
                double against = Losses.of(other.get(at).value(), direction);
                differences[count++] = loss == against ? 0 : loss - against;
            }
        }
        return Arrays.copyOf(differences, count);
    }
}
