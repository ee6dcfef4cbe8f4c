// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.Optional;

/**
 * The numbers of the complete trials with the smallest and with the largest value, and of the one that has come furthest; carried from history to
 * history, so that nobody walks a long one for them.
 *
 * @param smallest the earliest trial with the smallest value; {@link #NONE} if no trial is complete
 * @param largest the earliest trial with the largest value
 * @param longest the earliest trial with the largest last step
 */
record Incumbents(int smallest, int largest, int longest) {

    static final int NONE = -1;

    static final Incumbents NOBODY = new Incumbents(NONE, NONE, NONE);

    static Incumbents of(TrialPages pages) {
        Incumbents incumbents = NOBODY;
        for (TrialRecord trial : pages.asList()) {
            incumbents = incumbents.with(trial, pages);
        }
        return incumbents;
    }

    Optional<TrialRecord> best(Direction direction, TrialPages pages) {
        int number = direction == Direction.MINIMIZE ? smallest : largest;
        return number == NONE ? Optional.empty() : Optional.of(pages.get(number));
    }

    /** Returns whether these are among the first trials. */
    boolean areWithin(int trials) {
        return Math.max(longest, Math.max(smallest, largest)) < trials;
    }

    /**
     * Returns the incumbents after a trial that was not complete was added or has ended.
     *
     * @param pages where the incumbents so far are
     */
    Incumbents with(TrialRecord trial, TrialPages pages) {
        if (trial.state() != TrialState.COMPLETE) {
            return this;
        }
        return new Incumbents(
                better(trial, smallest, Direction.MINIMIZE, pages),
                better(trial, largest, Direction.MAXIMIZE, pages),
                longer(trial, pages));
    }

    /** Returns the largest last step of a complete trial; 0 if there is none. */
    long length(TrialPages pages) {
        return longest == NONE ? 0 : pages.get(longest).lastStep().orElse(0);
    }

    private int longer(TrialRecord trial, TrialPages pages) {
        long own = trial.lastStep().orElse(0);
        long length = length(pages);
        boolean wins = longest == NONE || own > length || (own == length && trial.number() < longest);
        return wins ? trial.number() : longest;
    }

    /** Trials may end in another order than they began in: of equal ones it is the earlier number. */
    private static int better(TrialRecord trial, int incumbent, Direction direction, TrialPages pages) {
        if (incumbent == NONE) {
            return trial.number();
        }
        double value = trial.value().orElseThrow();
        double best = pages.get(incumbent).value().orElseThrow();
        boolean wins = direction.isBetter(value, best) || (value == best && trial.number() < incumbent);
        return wins ? trial.number() : incumbent;
    }
}
