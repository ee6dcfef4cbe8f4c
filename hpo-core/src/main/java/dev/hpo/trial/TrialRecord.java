// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.Configuration;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * All that is known of one trial at one moment.
 *
 * @param start how it began
 * @param progress what it has reported
 * @param outcome how it stands
 * @param finishedAt when it ended, to the microsecond; empty while it runs
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record TrialRecord(TrialStart start, Progress progress, Outcome outcome, Optional<Instant> finishedAt) {

    /** The key of the attribute that has the step of the first intermediate value at which the trial had a checkpoint. */
    public static final String SAVED = "hpo.saved";

    /** The key of the attribute that says why a trial could not use its checkpoint, and was begun again without. */
    public static final String RESTARTED = "hpo.restarted";

    private static final Set<Failure.Kind> SILENT =
            EnumSet.of(Failure.Kind.INTERRUPTED, Failure.Kind.OUTSIDE, Failure.Kind.MOVED);

    /** Creates a record, checking that it has an end exactly if it has ended. */
    public TrialRecord {
        if (outcome.state().isFinished() != finishedAt.isPresent()) {
            throw new IllegalArgumentException("finishedAt (" + finishedAt + ") must be present exactly if the state ("
                    + outcome.state() + ") is final");
        }
        finishedAt = finishedAt.map(at -> at.truncatedTo(ChronoUnit.MICROS));
    }

    /** Returns the record of a trial that has just begun. */
    public static TrialRecord running(TrialStart start) {
        return new TrialRecord(start, Progress.NONE, new Outcome.Running(), Optional.empty());
    }

    /**
     * Returns the record of a trial that has just begun, and goes on with a paused one or sets out from a complete one.
     *
     * @param parent that one
     */
    public static TrialRecord promoted(TrialStart start, TrialRecord parent) {
        return running(start).with(parent.progress.inherit());
    }

    /** Returns the place in the study, from 0. */
    public int number() {
        return start.number();
    }

    /** Returns the place in the study, and which attempt at it this is. */
    public TrialKey key() {
        return start.key();
    }

    /** Returns what the trial tries. */
    public Configuration configuration() {
        return start.configuration();
    }

    /** Returns the state. */
    public TrialState state() {
        return outcome.state();
    }

    /** Returns the intermediate values, by rising step. */
    public List<Observation> observations() {
        return progress.observations();
    }

    /** Returns the objective value of a complete trial, the first if there are several; empty for any other. */
    public OptionalDouble value() {
        return outcome instanceof Outcome.Complete complete
                ? OptionalDouble.of(complete.values().get(0))
                : OptionalDouble.empty();
    }

    /** Returns the last intermediate value, if any was reported. */
    public Optional<Observation> lastObservation() {
        List<Observation> all = observations();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Returns the step of the last intermediate value, if any was reported. */
    public OptionalLong lastStep() {
        List<Observation> all = observations();
        return all.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(all.get(all.size() - 1).step());
    }

    /** Returns why the trial failed, if it did. */
    public Optional<Failure> failure() {
        return outcome instanceof Outcome.Failed failed ? Optional.of(failed.failure()) : Optional.empty();
    }

    /** Returns whether the trial has ended for the time being: its checkpoint is kept, and another one can go on with it. */
    public boolean isPaused() {
        return outcome instanceof Outcome.Pruned pruned && pruned.isPaused();
    }

    /** Returns whether the trial goes on with one that was paused; its record then begins with the intermediate values of that one. */
    public boolean isPromotion() {
        return start.origin().isPromotion();
    }

    /** Returns whether the trial set out from a copy of the checkpoint of a complete one; its record then begins with the intermediate values of that one. */
    public boolean isFork() {
        return start.origin().fork().isPresent();
    }

    /** Returns the step of the first intermediate value at which the trial had something in its checkpoint to go on from; empty if there is none. */
    public OptionalLong savedStep() {
        String step = progress.attributes().getOrDefault(SAVED, "");
        return step.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(step)) : OptionalLong.empty();
    }

    /**
     * Returns whether the trial was to go on with a paused one, or from a complete one, and has trained from the beginning instead: its first step was not above the
     * last one of that trial, as when it has found no checkpoint.
     */
    public boolean isBegunAnew() {
        return start.origin().copied().isPresent()
                && progress.inherited() == 0
                && !observations().isEmpty();
    }

    /**
     * Returns how many steps the trial has trained for: up to its last one, without those that it has inherited. A last step of 29 that
     * followed a first one of 0 counts as 29, as it does where it is the length of a training.
     */
    public long trainedSteps() {
        int inherited = progress.inherited();
        long before = inherited == 0 ? 0 : observations().get(inherited - 1).step();
        return lastStep().orElse(before) - before;
    }

    /**
     * Returns whether the trial counts towards a budget of trials: not if it waits, was rejected or moved, or goes on with one that
     * counts already.
     */
    public boolean isCounted() {
        return state() != TrialState.WAITING && !isRejected() && !isMoved() && !isPromotion();
    }

    /** Returns whether the configuration type rejected this configuration, so that it was never run. */
    public boolean isRejected() {
        return failure()
                .filter(failure -> failure.kind() == Failure.Kind.REJECTED)
                .isPresent();
    }

    /** Returns whether an interruption from outside ended the trial, which says nothing of its configuration. */
    public boolean isInterrupted() {
        return failure()
                .filter(failure -> failure.kind() == Failure.Kind.INTERRUPTED)
                .isPresent();
    }

    /**
     * Returns whether the trial has ended in a way that says nothing of its configuration: it was interrupted, its configuration is none of
     * the search space, or a later run has taken it.
     */
    public boolean isSilent() {
        return failure().map(failure -> SILENT.contains(failure.kind())).orElse(false);
    }

    /** Returns whether the trial was queued, and a later run has taken it. */
    public boolean isMoved() {
        return failure().filter(failure -> failure.kind() == Failure.Kind.MOVED).isPresent();
    }

    /** Returns how long the trial took; empty while it runs. */
    public Optional<Duration> duration() {
        return finishedAt.map(end -> Duration.between(start.startedAt(), end));
    }

    /** Returns this trial as it stands with other progress. */
    public TrialRecord with(Progress newProgress) {
        return new TrialRecord(start, newProgress, outcome, finishedAt);
    }

    /**
     * Returns this trial ended.
     *
     * @param end how it ended
     * @param at when
     */
    public TrialRecord finished(Outcome end, Instant at) {
        return new TrialRecord(start, progress, end, Optional.of(at));
    }
}
