// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.trial.Failure;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/** What a running trial has reported so far, and the rules of reporting. Safe for use by several threads. */
final class TrialLog {

    /** Why an attempt stops whose trial is no longer this study's. */
    static final String TAKEN_OVER = "another process has taken it over, or ended it";

    private final Stopwatch time;
    /** How far it had come before. */
    private final OptionalLong before;

    private final Carried carried;

    private TrialRecord record;
    private OptionalDouble finalValue = OptionalDouble.empty();
    private Optional<Outcome> stop = Optional.empty();
    private boolean hasReported;
    private boolean isLetGo;

    /**
     * Creates the log of a trial that has begun.
     *
     * @param begun its record, with what it has inherited, and what the attempt before had reported if this one may go on from there
     * @param time what it has taken
     */
    TrialLog(TrialRecord begun, Stopwatch time) {
        this.time = time;
        this.record = begun;
        this.before = last(begun);
        this.carried = new Carried(begun);
    }

    synchronized TrialRecord record() {
        return record;
    }

    synchronized OptionalDouble finalValue() {
        return finalValue;
    }

    /** Returns how the trial was stopped from within, the first time that it was. */
    synchronized Optional<Outcome> stop() {
        return stop;
    }

    /** Returns whether it has reported nothing of its own, and was not stopped. */
    synchronized boolean isAtItsBeginning() {
        return !hasReported && finalValue.isEmpty() && stop.isEmpty() && !isLetGo;
    }

    private static OptionalLong last(TrialRecord trial) {
        return trial.lastStep();
    }

    synchronized boolean hasReported() {
        return hasReported;
    }

    /** Returns whether it has come further than it had before, and was not stopped. */
    synchronized boolean isFurther() {
        return hasReported
                && stop.isEmpty()
                && !isLetGo
                && (before.isEmpty() || last(record).orElse(-1) > before.getAsLong());
    }

    /** Returns whether it is to pause. */
    synchronized boolean isPausing() {
        return stop.stream().anyMatch(how -> how instanceof Outcome.Pruned pruned && pruned.isPaused());
    }

    /**
     * Takes an intermediate value.
     *
     * @param what what a step is: {@code step}, {@code fold}
     */
    synchronized void observe(String what, long step, double value) {
        requireRunning();
        if (finalValue.isPresent()) {
            throw misuse("a value at " + what + " " + step + " must not follow the final value ("
                    + finalValue.getAsDouble() + "); report the final value last");
        }
        if (!hasReported && step >= 0) {
            record = record.with(carried.goOn(record.progress().from(step), record, step));
        }
        requireAhead(what, record.observations(), step);
        hasReported = true;
        record = record.with(record.progress().with(new Observation(step, value).after(time.elapsed())));
    }

    synchronized void complete(double value) {
        requireRunning();
        if (finalValue.isPresent()) {
            throw misuse("a second final value (" + value + ") must not follow the first (" + finalValue.getAsDouble()
                    + "); give intermediate values a step: report(step, value)");
        }
        finalValue = OptionalDouble.of(value);
    }

    synchronized void measure(String metric, long step, double value) {
        requireRunning();
        record = record.with(carried.beforeMeasure(record.progress(), metric, step));
        List<Observation> before = record.progress().metrics().getOrDefault(metric, List.of());
        requireAhead("step of metric " + metric, before, step);
        record = record.with(record.progress().withMetric(metric, new Observation(step, value).after(time.elapsed())));
    }

    synchronized void describe(String key, String value) {
        requireRunning();
        carried.described(key);
        record = record.with(record.progress().withAttribute(key, value));
    }

    /** Remembers that the trial was stopped from within, whatever its body makes of the exception that tells it so. */
    synchronized void stop(Outcome outcome) {
        requireRunning();
        stop = Optional.of(stop.orElse(outcome));
    }

    /** Makes this attempt at the trial take no more reports and no end. */
    synchronized void letGo() {
        isLetGo = true;
    }

    /** Ends this attempt at the trial, since another one has begun elsewhere, or the trial was ended there. */
    synchronized void takeOver() {
        stop = Optional.of(stop.orElse(new Outcome.Pruned(TAKEN_OVER)));
        isLetGo = true;
    }

    synchronized boolean isLetGo() {
        return isLetGo;
    }

    /** Ends the trial, unless it has ended or was let go; returns whether it was neither. */
    synchronized boolean end(BiFunction<TrialLog, TrialRecord, Ending> decision) {
        if (isLetGo || record.state().isFinished()) {
            return false;
        }
        Ending ending = decision.apply(this, record);
        Instant at = record.start().startedAt().plus(time.elapsed());
        record = record.with(ending.progress()).finished(ending.outcome(), at);
        return true;
    }

    private void requireAhead(String what, List<Observation> before, long step) {
        if (step < 0) {
            throw misuse(what + " (" + step + ") must be at least 0");
        }
        if (!before.isEmpty() && step <= before.get(before.size() - 1).step()) {
            throw misuse(what + " (" + step + ") must be above the last one ("
                    + before.get(before.size() - 1).step() + ")"
                    + (what.equals("fold") ? "; those that are trained in parallel are reported in their order" : ""));
        }
    }

    /** Refuses what comes from an attempt that has ended, was stopped, or is no longer this study's. */
    synchronized void requireRunning() {
        if (isLetGo && stop.isEmpty()) {
            throw new TrialMisuseException("trial " + record.number()
                    + " takes no more reports, since its study was closed; end the threads of a trial before that");
        }
        if (record.state().isFinished()) {
            throw new TrialMisuseException("trial " + record.number() + " has ended as " + record.state()
                    + " and takes no more reports; end the threads of a trial with it");
        }
        if (stop.isPresent() && stop.get() instanceof Outcome.Pruned pruned) {
            throw new TrialPrunedException(pruned.reason());
        }
    }

    /** Ends the trial as one that was misused. */
    synchronized void refuse(String rule) {
        requireRunning();
        throw misuse(rule);
    }

    private TrialMisuseException misuse(String rule) {
        String message = "trial " + record.number() + ": " + rule;
        stop = Optional.of(stop.orElse(new Outcome.Failed(Failure.of(Failure.Kind.MISUSE, message))));
        return new TrialMisuseException(message);
    }

    /** How a trial ends: with an outcome, and with what there is to know. */
    record Ending(Outcome outcome, Progress progress) {}
}
