// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import java.util.Arrays;
import java.util.Comparator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Ranks as normal scores: what a normal sample of the same size would have at their ranks. */
@API(status = Status.INTERNAL, since = "0.1")
public final class NormalScores {

    private NormalScores() {}

    /**
     * Returns the scores, low for low values; nothing but the order of the values counts, equal ones have equal scores.
     *
     * @param values finite or infinite
     */
    public static double[] of(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, at -> at);
        Arrays.sort(order, Comparator.comparingDouble(at -> values[at]));
        double[] scores = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            double quantile = (from + to) / 2.0 / values.length;
            for (int tied = from; tied < to; tied++) {
                scores[order[tied]] = Gauss.quantile(quantile);
            }
            from = to;
        }
        return scores;
    }
}
