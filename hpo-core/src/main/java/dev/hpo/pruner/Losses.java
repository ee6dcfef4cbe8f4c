// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.trial.Aim;
import dev.hpo.trial.CurveFacts;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Of;
import dev.hpo.trial.Progress;

/** Values such that smaller is better, whatever the direction; what is not finite is the worst there can be. */
final class Losses {

    private Losses() {}

    static double of(double value, Direction direction) {
        return Double.isFinite(value) ? direction.asLoss(value) : Double.POSITIVE_INFINITY;
    }

    /** Returns the loss of what the first values of a trial come to. */
    static double of(Progress progress, int reports, Aim aim) {
        return of(aim.value(progress, reports).orElse(Double.NaN), aim.direction());
    }

    /** Returns the loss of the best that the first values of a trial have come to: of their mean, where that is its value, else of the best of them. */
    static double reached(Progress progress, int reports, Aim aim) {
        return aim.of() == Of.MEAN ? of(progress, reports, aim) : best(progress.curve(reports), aim.direction());
    }

    /** Returns the loss of the best value. */
    static double best(CurveFacts curve, Direction direction) {
        return of(curve.best(direction).orElse(Double.NaN), direction);
    }

    /** Returns how many of some losses are smaller than one. */
    static int smaller(double[] losses, double than) {
        int smaller = 0;
        for (double loss : losses) {
            if (loss < than) {
                smaller++;
            }
        }
        return smaller;
    }
}
