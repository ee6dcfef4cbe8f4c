// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.pruner.Verdict;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Of;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A running trial, which takes its results.
 *
 * <pre>{@code
 * for (int epoch = 1; epoch <= 30; epoch++) {
 *     model.fitOneEpoch(train);
 *     trial.report(epoch, model.loss(validation)); // a hopeless trial stops here
 * }
 * }</pre>
 *
 * <p>The objective value is what {@link #report(double)} gives; without it, the last intermediate value (or the best, or the mean of all, as the
 * study is set). A value that is NaN or infinite fails the trial if it is the objective value; as an intermediate one it is
 * kept, and pruners take it as the worst possible. A trial is safe for use by several threads.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Trial {

    /** The attribute that says at which step the trial first had something to go on from. */
    private static final String SAVED = TrialRecord.SAVED;

    /** The attribute that says that a further attempt did not begin anew. */
    private static final String RESUMED = "hpo.resumed";

    private static final long BEFORE_ALL = -1;

    private final TrialStart start;
    private final TrialLog log;
    private final Checkpoint checkpoint;
    private final Function<Trial, Verdict> judge;
    private final Terms terms;
    private final Object home;
    /** How far the trial had come that this one goes on with; below any step if it goes on with none. */
    private final long inheritedTo;

    /**
     * Creates a trial that has begun.
     *
     * @param log its log, which has the record that it begins with
     * @param checkpoint what it can go on from
     * @param judge judges it after each intermediate value
     * @param terms what is expected of it
     * @param home what it belongs to
     */
    Trial(TrialLog log, Checkpoint checkpoint, Function<Trial, Verdict> judge, Terms terms, Object home) {
        this.start = log.record().start();
        this.log = log;
        this.checkpoint = checkpoint;
        this.judge = judge;
        this.terms = terms;
        this.home = home;
        this.inheritedTo = start.origin().copied().isPresent() ? step().orElse(BEFORE_ALL) : BEFORE_ALL;
    }

    /**
     * What is expected of a trial.
     *
     * @param of what its intermediate values come to
     * @param until the step up to which it is to train; empty if nobody says so
     */
    record Terms(Of of, OptionalLong until) {

        /**
         * Returns those of a trial of a study.
         *
         * @param trial as it begins
         */
        static Terms of(StudySpec spec, TrialRecord trial) {
            OptionalLong segment = spec.sampler().until(trial);
            return new Terms(
                    spec.of(), segment.isPresent() ? segment : spec.budget().steps());
        }
    }

    /** Returns the place in the study, from 0. */
    public int number() {
        return start.number();
    }

    /** Returns the seed to make all randomness of this trial from; a replay has the same, and so has a trial that goes on with this one. */
    public long seed() {
        return start.seed();
    }

    /** Returns what this trial tries. */
    public Configuration configuration() {
        return start.configuration();
    }

    /** Returns all that is known of this trial at this moment. */
    public TrialRecord record() {
        return log.record();
    }

    /**
     * Returns a directory of this trial's own, to keep in it what the training can go on from. It survives the process, unless the study is in memory. With
     * it a pruner can pause the trial, for the sampler to go on with later, and an attempt that was interrupted need not be repeated from its beginning.
     *
     * <p>Load what is in it before the first step, if there is anything, and save <em>before</em> each report, since a report can end the
     * trial:
     *
     * <pre>{@code
     * Path saved = trial.checkpoint().resolve("model.bin");
     * Mlp model = Files.exists(saved) ? Mlp.load(saved) : Mlp.init(config, trial.seed());
     * for (int epoch = model.epochs() + 1; epoch <= 30; epoch++) {
     *     model.fitOneEpoch(train);
     *     model.save(saved);
     *     trial.report(epoch, model.loss(validation));
     * }
     * }</pre>
     *
     * <p>If the body throws before it reports anything, or returns without a report, with something in the directory that it has found there, it is run again
     * with an empty one. If it is interrupted, it is run again with what it has saved, at the latest when the study is resumed. When the trial has ended, the directory is removed, but for that of the best trial and of a paused one.
     *
     * @throws CheckpointException if it cannot be made
     * @throws TrialPrunedException if the trial was stopped before; let it pass
     * @throws TrialMisuseException if the trial has ended, or its study was closed: it may be another attempt's by now
     */
    public Path checkpoint() {
        log.requireRunning();
        Path directory = checkpoint.directory();
        boolean isResumed = checkpoint.wasFound()
                && start.key().attempt() > 0
                && start.origin().copied().isEmpty();
        if (isResumed && !record().progress().attributes().containsKey(RESUMED)) {
            log.describe(RESUMED, "from the checkpoint of the attempt before");
        }
        checkpoint.fault().ifPresent(fault -> log.describe(TrialRecord.RESTARTED, fault));
        return directory;
    }

    /** Returns the step of the last intermediate value; empty before the first. */
    public OptionalLong step() {
        return record().lastStep();
    }

    /**
     * Returns the step up to which this trial is to train, that one included. In a population that is the end of its segment, which the next one of its member sets
     * out from; so its body is one loop, whatever was trained before:
     *
     * <pre>{@code
     * for (int epoch = model.epochs() + 1; epoch <= trial.until(); epoch++) {
     *     model.fitOneEpoch(train);
     *     model.save(saved);
     *     trial.report(epoch, model.loss(validation));
     * }
     * }</pre>
     *
     * <p>In any other study it is the last step of a full training, which the test has to give: {@code @TuningTest(steps = 30)}, or {@link StudySpec#withSteps}.
     *
     * @throws TrialMisuseException if nobody has said how long to train; the trial fails
     */
    public long until() {
        if (terms.until().isEmpty()) {
            log.refuse(
                    "until (unknown) must be the last step of a training; say steps, as in @TuningTest(steps = 30) or StudySpec.withSteps(30)");
        }
        return terms.until().orElseThrow();
    }

    /**
     * Reports an intermediate value of the objective.
     *
     * @param step how far the trial has come, in any unit, such as epochs; at least 0 and above the last one reported
     * @param value the value, which may be NaN or infinite
     * @throws TrialPrunedException if the trial is hopeless, as the study's pruner finds, or is to pause; let it pass
     * @throws TrialMisuseException if the step is not above the last one, if the final value was reported before, or if the
     *     trial has ended; the trial fails
     */
    public void report(long step, double value) {
        report("step", step, value);
    }

    private void report(String what, long step, double value) {
        log.observe(what, step, value);
        if (!record().progress().attributes().containsKey(SAVED) && checkpoint.isAny()) {
            log.describe(SAVED, Long.toString(step));
        }
        Verdict verdict = judge.apply(this);
        if (verdict instanceof Verdict.Stop hopeless) {
            prune(hopeless.reason());
        } else if (verdict instanceof Verdict.Pause pause && step > inheritedTo && checkpoint.isAny()) {
            checkpoint.freeze();
            stop(new Outcome.Pruned(pause.reason(), true));
        }
    }

    /**
     * Reports the value of one fold of a cross-validation, of one data set, or of one repetition. The value of the trial is the mean of all
     * its folds, and the pruner judges by the mean so far: in a study with {@code of = MEAN}. Folds that were trained in parallel are reported one after the
     * other, in their order.
     *
     * @param fold which one; at least 0 and above the last one reported
     * @param value the value, which may be NaN or infinite
     * @throws TrialPrunedException if the trial is hopeless, as the study's pruner finds; let it pass
     * @throws TrialMisuseException if the study takes another value than the mean, or as {@link #report(long, double)} does
     */
    public void fold(int fold, double value) {
        if (terms.of() != Of.MEAN) {
            log.refuse(
                    "fold (" + fold + ") must be one of a study whose values are means of folds; say of = MEAN, as in"
                            + " @Maximize(value = \"accuracy\", of = MEAN) or StudySpec.withOf(Of.MEAN), or report(step, value)"
                            + " for epochs");
        }
        report("fold", fold, value);
    }

    /**
     * Reports the final value of the objective.
     *
     * @param value the value; one that is NaN or infinite fails the trial
     * @throws TrialMisuseException if the final value was reported before, or if the trial has ended; the trial fails
     */
    public void report(double value) {
        log.complete(value);
    }

    /**
     * Stops this trial as hopeless.
     *
     * @throws TrialPrunedException always; let it pass
     */
    public void prune() {
        prune("by the trial itself");
    }

    /**
     * Stops this trial as hopeless.
     *
     * @param reason why, for people, in one line
     * @throws TrialPrunedException always; let it pass
     */
    public void prune(String reason) {
        stop(new Outcome.Pruned(reason));
    }

    private void stop(Outcome.Pruned how) {
        log.stop(how);
        throw new TrialPrunedException(how.reason());
    }

    /**
     * Fails this trial because its configuration cannot be tried: it needs too much memory, or its parts contradict.
     *
     * @param reason why, for people, in one line
     * @throws InfeasibleException always; let it pass
     */
    public void infeasible(String reason) {
        log.stop(new Outcome.Failed(Failure.of(Failure.Kind.INFEASIBLE, LocalPaths.hide(reason))));
        throw new InfeasibleException(reason);
    }

    /** Keeps a fact with this trial, for people and reports; one of the same key is replaced. */
    public void attribute(String key, String value) {
        log.describe(key, value);
    }

    /**
     * Keeps a value beside the objective, which no sampler or pruner looks at.
     *
     * @param name what is measured: {@code training loss}
     * @param step at least 0 and above the last one of this name
     * @param value the value, which may be NaN or infinite
     * @throws TrialMisuseException if the step is not above the last one, or if the trial has ended; the trial fails
     */
    public void metric(String name, long step, double value) {
        log.measure(name, step, value);
    }

    boolean isOf(Object candidate) {
        return home == candidate;
    }

    TrialLog log() {
        return log;
    }

    void removeCheckpoint() {
        checkpoint.remove();
    }

    /** Returns whether it has come no further than to what it has found in its checkpoint. */
    boolean isStuckAtItsCheckpoint() {
        return checkpoint.wasFound() && log.isAtItsBeginning();
    }

    /** Returns whether a further attempt need not begin anew. */
    boolean canGoOn() {
        return checkpoint.canGoOn();
    }

    @Override
    public String toString() {
        return "trial " + number();
    }
}
