// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.Configuration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The trials of a study at one moment, in the order of their numbers. Immutable.
 *
 * <p>A new record costs time and memory that hardly grow with the number of trials: histories share what they have in common.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class History {

    private static final History EMPTY =
            new History(TrialPages.EMPTY, new ConfigurationIndex(0), Incumbents.NOBODY, Promotions.NONE);

    private final TrialPages pages;
    private final ConfigurationIndex index;
    private final Incumbents incumbents;
    private final Promotions promotions;

    private History(TrialPages pages, ConfigurationIndex index, Incumbents incumbents, Promotions promotions) {
        this.pages = pages;
        this.index = index;
        this.incumbents = incumbents;
        this.promotions = promotions;
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
        return new History(
                pages.with(number, trial),
                indexWith(trial),
                incumbents.with(trial, pages),
                number == size() ? promotions.with(trial) : promotions);
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
     * Returns the numbers, rising, of the trials whose records are other objects in another history or not in it, or that another trial goes
     * on with in only one of the two. In histories of one study that takes little time, however long they are.
     */
    public int[] changedSince(History earlier) {
        int[] changed = pages.changedSince(earlier.pages);
        if (promotions.equals(earlier.promotions)) {
            return changed;
        }
        Set<Integer> either = new HashSet<>(promotions.parents());
        either.addAll(earlier.promotions.parents());
        IntStream continued = either.stream()
                .mapToInt(number -> number)
                .filter(number -> number < size() && isContinued(number) != earlier.isContinued(number));
        return IntStream.concat(IntStream.of(changed), continued)
                .distinct()
                .sorted()
                .toArray();
    }

    /** Returns the trials in one state, by rising number. */
    public List<TrialRecord> in(TrialState state) {
        return trials().stream().filter(trial -> trial.state() == state).toList();
    }

    /** Returns how many trials are in one state, without counting them anew. */
    public int count(TrialState state) {
        return pages.counts().of(state);
    }

    /**
     * Returns how many trials count towards the budget: all but those that wait, were rejected or moved to a later run, or go on with a
     * paused one.
     */
    public int counted() {
        return size() - pages.counts().of(TrialTally.Kind.UNCOUNTED);
    }

    /** Returns how many of the trials that count towards the budget have ended, be it as paused. */
    public int ended() {
        return counted() - pages.counts().of(TrialTally.Kind.RUNNING);
    }

    /** Returns how many configurations were rejected by their type's constructor. */
    public int rejected() {
        return pages.counts().of(TrialTally.Kind.REJECTED);
    }

    /**
     * Returns how many trials count towards the budget and have ended in a way that says nothing of their configurations, as when they
     * were interrupted.
     */
    public int silent() {
        return pages.counts().of(TrialTally.Kind.SILENT);
    }

    /** Returns the complete trial with the best value, the earliest of equal ones; empty if none is complete. */
    public Optional<TrialRecord> best(Direction direction) {
        return incumbents.best(direction, pages);
    }

    /** Returns the largest last step among complete trials; 0 if there is none above it. */
    public long longest() {
        return incumbents.length(pages);
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
                seen = seen.with(hidden, begun(trial.start()));
            }
        }
        boolean same = incumbents.areWithin(hiddenFrom(number, window));
        return new History(seen, index, same ? incumbents : Incumbents.of(seen), promotions.within(number));
    }

    /** Returns the record of a trial that has just begun: that of a promotion begins with what the trial has reported that it goes on with, and so does one that sets out from a complete trial. */
    public TrialRecord begun(TrialStart start) {
        return known(start, start.origin().copied())
                .map(parent -> TrialRecord.promoted(start, parent))
                .orElseGet(() -> TrialRecord.running(start));
    }

    private Optional<TrialRecord> parent(TrialStart start) {
        return known(start, start.origin().parent());
    }

    private Optional<TrialRecord> known(TrialStart start, OptionalInt earlier) {
        return earlier.stream()
                .filter(number -> number >= 0 && number < Math.min(size(), start.number()))
                .mapToObj(this::trial)
                .findFirst();
    }

    /** Returns whether another trial goes on with this one, so that it is no result of its own any more. */
    public boolean isContinued(int number) {
        return promotions.child(number).isPresent();
    }

    /** Returns the trial that goes on with another one, if there is one. */
    public Optional<TrialRecord> promotion(int number) {
        return promotions.child(number).stream().mapToObj(this::trial).findFirst();
    }

    /** Returns how many trials have ended as paused, be it that another one goes on with them. */
    public int pauses() {
        return pages.counts().of(TrialTally.Kind.PAUSED);
    }

    /**
     * Returns the trials that are paused and that nothing goes on with yet, by rising number: those that can be promoted. One that went on with
     * another, began anew and came no further than that is not among them: so it would go on for ever.
     */
    public List<TrialRecord> paused() {
        return pauses() == 0
                ? List.of()
                : trials().stream()
                        .filter(trial -> trial.isPaused() && !isContinued(trial.number()) && isFurther(trial))
                        .toList();
    }

    private boolean isFurther(TrialRecord trial) {
        return !trial.isBegunAnew()
                || parent(trial.start()).flatMap(TrialRecord::lastObservation).stream()
                        .allMatch(last -> trial.lastObservation().orElseThrow().step() > last.step());
    }

    /** Returns a trial and those before it that it goes on with, the first one first. */
    public List<TrialRecord> chain(int number) {
        Deque<TrialRecord> chain = new ArrayDeque<>();
        Optional<TrialRecord> link = Optional.of(trial(number));
        while (link.isPresent()) {
            chain.addFirst(link.get());
            link = parent(link.get().start());
        }
        return List.copyOf(chain);
    }

    /** Returns the trials that stand for all: those that nothing goes on with, each with what it has inherited, by rising number. */
    public List<TrialRecord> last() {
        return promotions.parents().isEmpty()
                ? trials()
                : trials().stream()
                        .filter(trial -> !isContinued(trial.number()))
                        .toList();
    }

    private static int hiddenFrom(int number, int window) {
        return Math.max(0, number - window + 1);
    }
}
