// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the trials of a study have spent, in steps and in full trainings.
 *
 * <p>A trial spends the steps that it has trained for itself, while it runs those that are known so far. One that has ended without a report at
 * any step has spent all that was left of a training: else a body that fails at once would cost nothing, for ever. While it is not known how
 * long a training is, each trial that counts is one.
 *
 * @param steps how many steps were spent; 0 while it is not known how long a training is
 * @param training the last step of a full training: the largest one of a complete trial, or the one that was given if that is larger; empty while neither is known
 * @param counted how many trials count, see {@link TrialRecord#isCounted}
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record SpentSteps(long steps, OptionalLong training, int counted) {

    /**
     * Counts what was spent.
     *
     * @param history the trials, of which rejected ones and those that wait have spent nothing
     * @param given the last step of a full training, if that was given
     */
    public static SpentSteps of(History history, OptionalLong given) {
        OptionalLong training = training(history, given);
        long steps = 0;
        if (training.isPresent()) {
            for (TrialRecord trial : history.trials()) {
                steps = sum(steps, steps(trial, training.getAsLong()));
            }
        }
        return new SpentSteps(steps, training, history.counted());
    }

    /**
     * Returns the last step of a full training, as {@link #training()} says, without counting anything.
     *
     * @param given the last step of a full training, if that was given
     */
    public static OptionalLong training(History history, OptionalLong given) {
        long training = Math.max(history.longest(), given.orElse(0));
        return training > 0 ? OptionalLong.of(training) : OptionalLong.empty();
    }

    private static long steps(TrialRecord trial, long training) {
        if (trial.isRejected() || !(trial.isCounted() || trial.isPromotion())) {
            return 0;
        }
        boolean isOver = trial.state().isFinished();
        if (isOver && trial.progress().charged().isEmpty()) {
            return Math.max(0, training - trial.lastStep().orElse(0));
        }
        // One that ends at step 0 costs something all the same, or any number of them would cost nothing.
        return Math.max(isOver ? 1 : 0, trial.trainedSteps());
    }

    /**
     * Returns how many steps are left of so many full trainings' worth; less than 0 if more are spent.
     *
     * @param trainings {@link Integer#MAX_VALUE} for no limit
     * @throws java.util.NoSuchElementException if it is not known how long a training is
     */
    public long left(int trainings) {
        long worth = product(trainings, training.getAsLong());
        return trainings == Integer.MAX_VALUE ? Long.MAX_VALUE : worth - steps;
    }

    /** Returns whether as many full trainings' worth of steps are spent. */
    public boolean isWorth(int trainings) {
        return training.isEmpty() ? counted >= trainings : steps >= product(trainings, training.getAsLong());
    }

    /** Returns how many full trainings were spent, which need be no whole number. */
    public double trainings() {
        return training.isEmpty() ? counted : (double) steps / training.getAsLong();
    }

    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    private static long product(int trainings, long training) {
        return training > Long.MAX_VALUE / trainings ? Long.MAX_VALUE : trainings * training;
    }
}
