// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.pruner.AutoPruner;
import dev.hpo.pruner.Pruner;
import dev.hpo.sampler.AutoSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.Storage;
import dev.hpo.study.SpecParts.Aim;
import dev.hpo.study.SpecParts.Beginning;
import dev.hpo.study.SpecParts.Limits;
import dev.hpo.study.SpecParts.Pace;
import dev.hpo.study.SpecParts.Parts;
import dev.hpo.study.SpecParts.Spending;
import dev.hpo.study.SpecParts.Time;
import dev.hpo.trial.Budget;
import dev.hpo.trial.Direction;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.Of;
import dev.hpo.trial.Projection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Says what a study is: what it searches for, with what, and when it ends. Immutable; each {@code with} method returns a
 * changed copy.
 *
 * <pre>{@code
 * StudySpec spec = StudySpec.minimize("digits", "validation loss").withTrials(200).withSampler(new RandomSampler());
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class StudySpec {

    private final Aim aim;
    private final Limits limits;
    private final Pace pace;
    private final Parts parts;
    private final Beginning beginning;

    private StudySpec(Aim aim, Limits limits, Pace pace, Parts parts, Beginning beginning) {
        this.aim = aim;
        this.limits = limits;
        this.pace = pace;
        this.parts = parts;
        this.beginning = beginning;
    }

    /**
     * Returns a study of 50 trials, one after the other, with the default sampler and pruner, kept in memory.
     *
     * @param name the name of the study, from which its seed is made
     * @param metric what the objective value is: {@code validation loss}
     * @param direction which values are better
     */
    public static StudySpec of(String name, String metric, Direction direction) {
        SpecParts.requireText("name", name);
        SpecParts.requireText("metric", metric);
        return new StudySpec(
                new Aim(name, metric, direction, Of.LAST),
                new Limits(Spending.USUAL, Optional.empty(), OptionalInt.empty(), 1000),
                new Pace(Mode.SEQUENTIAL, 1, 4),
                new Parts(new AutoSampler(), new AutoPruner(), new InMemoryStorage(), Optional.empty(), Time.SYSTEM),
                new Beginning(OptionalLong.empty(), List.of(), List.of(), ""));
    }

    /** Returns a study as {@link #of} does, where small values are better. */
    public static StudySpec minimize(String name, String metric) {
        return of(name, metric, Direction.MINIMIZE);
    }

    /** Returns a study as {@link #of} does, where large values are better. */
    public static StudySpec maximize(String name, String metric) {
        return of(name, metric, Direction.MAXIMIZE);
    }

    /** Returns this study with another choice among the intermediate values; {@link Of#LAST} by default. */
    public StudySpec withOf(Of of) {
        return new StudySpec(new Aim(aim.study(), aim.metric(), aim.direction(), of), limits, pace, parts, beginning);
    }

    /**
     * Returns this study with a budget of trials, in place of one of trainings.
     *
     * @param trials how many trials there are at most, rejected configurations not counted; at least 1, 50 by default;
     *     {@link Integer#MAX_VALUE} for no limit. Under a sampler that {@link Sampler#spendsSteps spends steps}, how many full trainings' worth of steps there are
     */
    public StudySpec withTrials(int trials) {
        SpecParts.requireAtLeast("trials", trials, 1);
        return with(new Spending(trials, OptionalInt.empty(), budget().steps()));
    }

    /**
     * Returns this study with a budget of full trainings' worth of steps, in place of one of trials: any number may begin until as many steps are
     * spent as so many full trainings have. Trials that run at that moment are run to their ends. As long as no complete trial has reported a step, each trial is a training.
     *
     * @param trainings how many; at least 1
     */
    public StudySpec withTrainings(int trainings) {
        SpecParts.requireAtLeast("trainings", trainings, 1);
        return with(new Spending(trainings, OptionalInt.of(trainings), budget().steps()));
    }

    /**
     * Returns this study with the length of a full training; by default that is the largest last step of a complete trial, which is not known while
     * there is none.
     *
     * @param steps the last step of a full training; at least 1. A complete trial with a larger one makes it that
     */
    public StudySpec withSteps(long steps) {
        SpecParts.requireAtLeast("steps", steps, 1);
        return with(new Spending(trials(), budget().trainings(), OptionalLong.of(steps)));
    }

    /**
     * Returns this study with a time after which it starts no new trial, counted from its opening; none by default. The first trial is always started.
     *
     * @param timeout above zero
     */
    public StudySpec withTimeout(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("StudySpec.timeout (" + timeout + ") must be above zero");
        }
        return with(new Limits(limits.spending(), Optional.of(timeout), limits.patience(), limits.maxRejections()));
    }

    /**
     * Returns this study ended after some trials in a row without a new best value; never by default.
     *
     * @param patience how many trials, rejected configurations not counted; at least 1
     */
    public StudySpec withPatience(int patience) {
        SpecParts.requireAtLeast("patience", patience, 1);
        return with(new Limits(limits.spending(), limits.timeout(), OptionalInt.of(patience), limits.maxRejections()));
    }

    /**
     * Returns this study with another limit on rejections.
     *
     * @param maxRejections how many configurations in a row the configuration type may reject before the study fails; at
     *     least 1, 1000 by default
     */
    public StudySpec withMaxRejections(int maxRejections) {
        SpecParts.requireAtLeast("maxRejections", maxRejections, 1);
        return with(new Limits(limits.spending(), limits.timeout(), limits.patience(), maxRejections));
    }

    /**
     * Returns this study with its trials following one another in another way; {@link Mode#SEQUENTIAL} by default.
     */
    public StudySpec withMode(Mode mode) {
        return with(new Pace(mode, pace.threads(), pace.window()));
    }

    /**
     * Returns this study with another number of threads.
     *
     * @param threads how many trials {@link Study#optimize} runs at once; at least 1, the default
     */
    public StudySpec withThreads(int threads) {
        SpecParts.requireAtLeast("threads", threads, 1);
        return with(new Pace(pace.mode(), threads, pace.window()));
    }

    /**
     * Returns this study with another window for {@link Mode#ORDERED}. Twice the number of threads keeps them busy.
     *
     * @param window how far behind a trial those are whose results it knows; at least 1, 4 by default
     */
    public StudySpec withWindow(int window) {
        SpecParts.requireAtLeast("window", window, 1);
        return with(new Pace(pace.mode(), pace.threads(), window));
    }

    /** Returns this study with another sampler; {@link AutoSampler} by default. */
    public StudySpec withSampler(Sampler sampler) {
        return with(new Parts(sampler, parts.pruner(), parts.storage(), parts.checkpoints(), parts.time()));
    }

    /** Returns this study with another pruner; {@link AutoPruner} by default. */
    public StudySpec withPruner(Pruner pruner) {
        return with(new Parts(parts.sampler(), pruner, parts.storage(), parts.checkpoints(), parts.time()));
    }

    /**
     * Returns this study kept in another storage, which the study does not close; in memory by default.
     */
    public StudySpec withStorage(Storage storage) {
        return with(new Parts(parts.sampler(), parts.pruner(), storage, parts.checkpoints(), parts.time()));
    }

    /**
     * Returns this study with another place for what its trials can go on from, such as a disk that several machines share; by default it is
     * beside the study's file, or temporary for a study in memory.
     *
     * @param place a directory, which is made when it is needed; each run has one of its own in it
     * @see Trial#checkpoint
     */
    public StudySpec withCheckpoints(Path place) {
        return with(new Parts(parts.sampler(), parts.pruner(), parts.storage(), Optional.of(place), parts.time()));
    }

    /** Returns this study with another clock, which says when its trials began; that of the system by default. */
    public StudySpec withClock(InstantSource clock) {
        return withTime(new Time(clock, parts.time().ticker()));
    }

    /**
     * Returns this study with another measure of time, for its limit and for how long trials take;
     * {@link System#nanoTime} by default, which no setting of a clock changes.
     *
     * @param ticker returns nanoseconds since any moment
     */
    public StudySpec withTicker(LongSupplier ticker) {
        return withTime(new Time(parts.time().clock(), ticker));
    }

    private StudySpec withTime(Time time) {
        return with(new Parts(parts.sampler(), parts.pruner(), parts.storage(), parts.checkpoints(), time));
    }

    /**
     * Returns this study with a hash of the classes that decide its course, such as that of the objective; a run that was interrupted is
     * continued of itself only under the same. Empty, and thus always the same, by default.
     */
    public StudySpec withCode(String code) {
        return with(new Beginning(beginning.seed(), beginning.queued(), beginning.earlier(), code));
    }

    /** Returns this study with a seed, which decides all its randomness; by default one made of its name and the number of its run. */
    public StudySpec withSeed(long seed) {
        return with(new Beginning(OptionalLong.of(seed), beginning.queued(), beginning.earlier(), beginning.code()));
    }

    /** Returns this study with one more configuration to be tried before the sampler is asked, after the start configuration. */
    public StudySpec withQueued(Configuration configuration) {
        List<Configuration> queued = SpecParts.plus(beginning.queued(), configuration);
        return with(new Beginning(beginning.seed(), queued, beginning.earlier(), beginning.code()));
    }

    /**
     * Returns this study with more earlier studies to learn from: a warm start. Samplers that learn try their best configurations
     * first; {@link dev.hpo.sampler.AutoSampler} and {@link dev.hpo.sampler.GpSampler} use the rest as far as their results agree with those
     * of this study. By default there are none.
     *
     * @param source reads the earlier studies in the space of this one; called once, when the study opens
     * @see dev.hpo.storage.EarlierRuns
     */
    public StudySpec withEarlier(Function<? super Projection, List<EarlierStudy>> source) {
        return with(new Beginning(
                beginning.seed(), beginning.queued(), SpecParts.plus(beginning.earlier(), source), beginning.code()));
    }

    StudySpec with(Spending other) {
        return with(new Limits(other, limits.timeout(), limits.patience(), limits.maxRejections()));
    }

    private StudySpec with(Limits other) {
        return new StudySpec(aim, other, pace, parts, beginning);
    }

    private StudySpec with(Pace other) {
        return new StudySpec(aim, limits, other, parts, beginning);
    }

    private StudySpec with(Parts other) {
        return new StudySpec(aim, limits, pace, other, beginning);
    }

    private StudySpec with(Beginning other) {
        return new StudySpec(aim, limits, pace, parts, other);
    }

    /** Returns the name of the study. */
    public String name() {
        return aim.study();
    }

    /** Returns what the objective value is. */
    public String metric() {
        return aim.metric();
    }

    /** Returns which values are better. */
    public Direction direction() {
        return aim.direction();
    }

    /** Returns which intermediate value counts when no final one is reported. */
    public Of of() {
        return aim.of();
    }

    /** Returns how many trials there are at most, as {@link Budget#trials} says. */
    public int trials() {
        return limits.spending().trials();
    }

    /** Returns how much there is: trials or full trainings, and how many trials at once. */
    public Budget budget() {
        Spending spending = limits.spending();
        return new Budget(spending.trials(), pace.parallelism(), spending.trainings(), spending.steps());
    }

    /** Returns the time after which no new trial starts. */
    public Optional<Duration> timeout() {
        return limits.timeout();
    }

    /** Returns after how many trials without a new best value the study ends. */
    public OptionalInt patience() {
        return limits.patience();
    }

    /** Returns how many configurations in a row may be rejected. */
    public int maxRejections() {
        return limits.maxRejections();
    }

    /** Returns how trials follow one another. */
    public Mode mode() {
        return pace.mode();
    }

    /** Returns how many trials {@link Study#optimize} runs at once. */
    public int threads() {
        return pace.threads();
    }

    /** Returns how far behind a trial those are whose results it knows, in {@link Mode#ORDERED}. */
    public int window() {
        return pace.window();
    }

    /** Returns the sampler. */
    public Sampler sampler() {
        return parts.sampler();
    }

    /** Returns the pruner. */
    public Pruner pruner() {
        return parts.pruner();
    }

    /** Returns where the study is kept. */
    public Storage storage() {
        return parts.storage();
    }

    /** Returns where its trials keep what they can go on from, if that was given. */
    public Optional<Path> checkpoints() {
        return parts.checkpoints();
    }

    /** Returns the clock. */
    public InstantSource clock() {
        return parts.time().clock();
    }

    /** Returns what time limits and durations are measured with, in nanoseconds. */
    public LongSupplier ticker() {
        return parts.time().ticker();
    }

    /** Returns the seed, if one was given. */
    public OptionalLong seed() {
        return beginning.seed();
    }

    /** Returns what is tried before the sampler is asked. */
    public List<Configuration> queued() {
        return beginning.queued();
    }

    /** Returns a hash of the classes that decide the course of the study; empty if it is not known. */
    public String code() {
        return beginning.code();
    }

    /** Returns what reads the earlier studies to learn from. */
    List<Function<? super Projection, List<EarlierStudy>>> earlier() {
        return beginning.earlier();
    }

    void requireConsistent() {
        pace.requireConsistent();
        parts.requireConsistent(limits);
    }
}
