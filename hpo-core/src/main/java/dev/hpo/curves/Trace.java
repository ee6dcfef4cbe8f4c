// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import dev.hpo.trial.Aim;
import dev.hpo.trial.Failure;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Arrays;

/**
 * What a trial had at the levels that it has come to. Losses, smaller is better; those that are not finite are infinite.
 *
 * <p>A training that ended early counts with its end at all later levels, and so does one that failed since its end is not finite. Of any other trial nothing is
 * known of the end, be it ever so near.
 */
final class Trace {

    private final int number;
    private final double[] point;
    private final boolean isComplete;
    private final double[] losses;

    private Trace(int number, double[] point, boolean isComplete, double[] losses) {
        this.number = number;
        this.point = point;
        this.isComplete = isComplete;
        this.losses = losses;
    }

    static Trace of(TrialRecord trial, double[] point, Ladder ladder, Aim aim) {
        boolean isComplete = trial.state() == TrialState.COMPLETE;
        boolean isOver = isComplete || isBroken(trial);
        double end = isComplete ? aim.direction().asLoss(trial.value().orElseThrow()) : Double.POSITIVE_INFINITY;
        double[] losses = new double[ladder.size()];
        int reached = 0;
        for (int level = 0; level < ladder.top(); level++) {
            int reports = Curves.upTo(trial.observations(), ladder.step(level));
            if (reports == 0 && !isOver) {
                break;
            }
            losses[reached++] = reports == 0 ? end : loss(trial, reports, aim);
        }
        if (isOver) {
            losses[reached++] = end;
        }
        return new Trace(trial.number(), point, isComplete, Arrays.copyOf(losses, reached));
    }

    private static double loss(TrialRecord trial, int reports, Aim aim) {
        double value = aim.value(trial.progress(), reports).orElse(Double.NaN);
        return Double.isFinite(value) ? aim.direction().asLoss(value) : Double.POSITIVE_INFINITY;
    }

    private static boolean isBroken(TrialRecord trial) {
        return trial.failure()
                .filter(failure -> failure.kind() == Failure.Kind.NOT_FINITE)
                .isPresent();
    }

    int number() {
        return number;
    }

    double[] point() {
        return point;
    }

    boolean isComplete() {
        return isComplete;
    }

    /** Returns how many levels the trial has come to. */
    int reached() {
        return losses.length;
    }

    double loss(int level) {
        return losses[level];
    }

    /** Returns the loss at the highest level that the trial has come to. */
    double last() {
        return losses[losses.length - 1];
    }
}
