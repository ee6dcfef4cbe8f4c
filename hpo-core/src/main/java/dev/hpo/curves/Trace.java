// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import dev.hpo.trial.Aim;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What a trial had at the levels that it has come to. Losses, smaller is better, all of them finite.
 *
 * <p>A training that ended early counts with its end at all later levels, and so does a complete one where it had no finite value. One that is paused has come to the first level at least, also where trainings have turned out to be longer since.
 * Of any other trial nothing is known of the end, be it ever so near; and nothing from where
 * its values are not finite any more: that it breaks is not a matter of how good it is.
 */
final class Trace {

    private final int number;
    private final double[] point;
    private final State state;
    private final double[] losses;

    private Trace(int number, double[] point, State state, double[] losses) {
        this.number = number;
        this.point = point;
        this.state = state;
        this.losses = losses;
    }

    private enum State {
        COMPLETE,
        BROKEN,
        OPEN
    }

    static Trace of(TrialRecord trial, double[] point, Ladder ladder, Aim aim) {
        boolean isComplete = trial.state() == TrialState.COMPLETE;
        double end = isComplete ? aim.direction().asLoss(trial.value().orElseThrow()) : Double.NaN;
        double[] losses = new double[ladder.size()];
        int reached = 0;
        double loss = 0;
        while (reached < ladder.top() && Double.isFinite(loss)) {
            int reports = Curves.upTo(trial.observations(), ladder.step(reached));
            loss = reports == 0 ? Double.NaN : loss(trial, reports, aim);
            if (isComplete && !Double.isFinite(loss)) {
                loss = end;
            }
            if (Double.isFinite(loss)) {
                losses[reached++] = loss;
            }
        }
        if (reached == 0 && trial.isPaused()) {
            losses[reached] = loss(trial, trial.observations().size(), aim);
            reached += Double.isFinite(losses[0]) ? 1 : 0;
        }
        if (isComplete && reached == ladder.top()) {
            losses[reached++] = end;
        }
        return new Trace(trial.number(), point, state(trial, aim), Arrays.copyOf(losses, reached));
    }

    private static State state(TrialRecord trial, Aim aim) {
        if (trial.state() == TrialState.COMPLETE) {
            return State.COMPLETE;
        }
        OptionalDouble now = aim.value(trial.progress(), trial.observations().size());
        boolean isFinite = now.isEmpty() || Double.isFinite(now.getAsDouble());
        return isFinite && trial.state() != TrialState.FAILED ? State.OPEN : State.BROKEN;
    }

    private static double loss(TrialRecord trial, int reports, Aim aim) {
        return aim.direction().asLoss(aim.value(trial.progress(), reports).orElse(Double.NaN));
    }

    int number() {
        return number;
    }

    double[] point() {
        return point;
    }

    boolean isComplete() {
        return state == State.COMPLETE;
    }

    /** Returns whether it has failed or its value is not finite, so that it will not end with one. */
    boolean isBroken() {
        return state == State.BROKEN;
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
