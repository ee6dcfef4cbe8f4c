// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.Configuration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The trials of a study at one moment, in the order of their numbers. Immutable.
 *
 * <p>A new record costs time and memory that hardly grow with the number of trials: histories share what they have in common.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class History {

    private static final History EMPTY = new History(TrialPages.EMPTY, new ConfigurationIndex(0), Incumbents.NOBODY);

    private final TrialPages pages;
    private final ConfigurationIndex index;
    private final Incumbents incumbents;

    private History(TrialPages pages, ConfigurationIndex index, Incumbents incumbents) {
        this.pages = pages;
        this.index = index;
        this.incumbents = incumbents;
    }

    /** Returns the history without any trial. */
    public static History empty() {
        return EMPTY;
    }

    /**
     * Returns the history of some trials.
     *
     * @param trials numbered 0, 1, 2 and so on
     * @throws IllegalArgumentException if they are not
     */
    public static History of(List<TrialRecord> trials) {
        History history = EMPTY;
        for (TrialRecord trial : trials) {
            history = history.with(trial);
        }
        return history;
    }

    /**
     * Returns this history with a trial added, or replaced if there is one of its number.
     *
     * @throws IllegalArgumentException if its number is larger than the number of trials
     * @throws IllegalStateException if the trial of its number is finished and thus must not change
     */
    public History with(TrialRecord trial) {
        int number = trial.number();
        if (number < 0 || number > size()) {
            throw new IllegalArgumentException("number (" + number + ") must be from 0 to " + size());
        }
        if (number < size() && pages.get(number).state().isFinished()) {
            throw new IllegalStateException("trial " + number + " is finished and must not change");
        }
        return new History(pages.with(number, trial), indexWith(trial), incumbents.with(trial, pages));
    }

    /** The empty history is everybody's and must hold on to nobody's trials. */
    private ConfigurationIndex indexWith(TrialRecord trial) {
        int number = trial.number();
        if (number == size()) {
            return number == 0 ? new ConfigurationIndex(1) : index.extend(number);
        }
        boolean same = pages.get(number).configuration().equals(trial.configuration());
        return same ? index : new ConfigurationIndex(size());
    }

    /** Returns the number of trials in any state. */
    public int size() {
        return pages.size();
    }

    /**
     * Returns a trial by its number.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public TrialRecord trial(int number) {
        return pages.get(number);
    }

    /** Returns all trials by rising number; an unmodifiable view without a copy. */
    public List<TrialRecord> trials() {
        return pages.asList();
    }

    /**
     * Returns the numbers, rising, of the trials whose records are other objects in another history or not in it. In histories of one
     * study that takes little time, however long they are.
     */
    public int[] changedSince(History earlier) {
        return pages.changedSince(earlier.pages);
    }

    /** Returns the trials in one state, by rising number. */
    public List<TrialRecord> in(TrialState state) {
        return trials().stream().filter(trial -> trial.state() == state).toList();
    }

    /** Returns how many trials are in one state, without counting them anew. */
    public int count(TrialState state) {
        return pages.count(state);
    }

    /** Returns how many trials count towards the budget: all but those that wait, were rejected or moved to a later run. */
    public int counted() {
        return size() - pages.rejected() - pages.moved() - pages.count(TrialState.WAITING);
    }

    /** Returns how many configurations were rejected by their type's constructor. */
    public int rejected() {
        return pages.rejected();
    }

    /**
     * Returns how many trials count towards the budget and have ended in a way that says nothing of their configurations, as when they
     * were interrupted.
     */
    public int silent() {
        return pages.silent() - pages.moved();
    }

    /** Returns the complete trial with the best value, the earliest of equal ones; empty if none is complete. */
    public Optional<TrialRecord> best(Direction direction) {
        return incumbents.best(direction, pages);
    }

    /** Returns whether a trial in any state has a configuration; it takes the same time for a long history as for a short one. */
    public boolean contains(Configuration configuration) {
        return index.contains(configuration, pages);
    }

    /** Returns how many different configurations the trials have, whatever their states. */
    public int distinctConfigurations() {
        return index.distinct(pages);
    }

    /**
     * Returns this history as a trial sees it in the ordered concurrent mode: the trials up to {@code number - window} as they
     * are, later ones as running and without any progress, and none from {@code number} on.
     *
     * @param number the number of the trial that looks
     * @param window how many trials may be under way at once; at least 1
     */
    public History asSeenBy(int number, int window) {
        TrialPages seen = pages.prefix(number);
        for (int hidden = hiddenFrom(number, window); hidden < seen.size(); hidden++) {
            TrialRecord trial = seen.get(hidden);
            if (!trial.isRejected() && !trial.isMoved() && trial.state() != TrialState.WAITING) {
                seen = seen.with(hidden, TrialRecord.running(trial.start()));
            }
        }
        boolean same = incumbents.areWithin(hiddenFrom(number, window));
        return new History(seen, index, same ? incumbents : Incumbents.of(seen));
    }

    private static int hiddenFrom(int number, int window) {
        return Math.max(0, number - window + 1);
    }
}
