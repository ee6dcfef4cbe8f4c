// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

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
        double[] scores = Ranks.of(values);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Gauss.quantile((scores[i] - 0.5) / scores.length);
        }
        return scores;
    }
}
