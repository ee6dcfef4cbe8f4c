// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.warm;

import java.util.Arrays;
import java.util.Comparator;
import org.apache.commons.math3.special.Erf;

/** Losses as normal scores: what a normal sample of the same size would have at their ranks; equal losses have equal ones. */
final class Scores {

    private Scores() {}

    /** Returns the scores, low for low losses; nothing but the order of the losses counts. */
    static double[] of(double[] losses) {
        Integer[] order = new Integer[losses.length];
        Arrays.setAll(order, at -> at);
        Arrays.sort(order, Comparator.comparingDouble(at -> losses[at]));
        double[] scores = new double[losses.length];
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && losses[order[to]] == losses[order[from]]) {
                to++;
            }
            double quantile = (from + to) / 2.0 / losses.length;
            for (int tied = from; tied < to; tied++) {
                scores[order[tied]] = Math.sqrt(2) * Erf.erfInv(2 * quantile - 1);
            }
            from = to;
        }
        return scores;
    }
}
