// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.space.Start;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunStore;
import dev.hpo.trial.Budget;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A search for the best configuration: asks for trials, is told how they went.
 *
 * <pre>{@code
 * try (Study<MlpConfig> study = Study.open(MlpConfigSpace.SPACE, StudySpec.minimize("digits", "validation loss"))) {
 *     StudyResult<MlpConfig> result = study.optimize((config, trial) -> trial.report(train(config, trial.seed())));
 * }
 * }</pre>
 *
 * <p>The first trial is the type's start configuration, if it has one; then come the queued ones, then those of the sampler.
 * A configuration that the type's constructor rejects is remembered as rejected and never run.
 *
 * <p>A study is safe for use by several threads. A thread that asks is taken to run the trial that it gets: while it runs
 * one, it must not ask for another that has to wait for the first.
 *
 * @param <T> the configuration type
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Study<T> implements AutoCloseable {

    private final Space<T> space;
    private final Workings workings;
    private final Candidates candidates;
    private final Asking<T> asking;
    private final Telling telling;
    private final TrialEnd trialEnd;
    private final Checkpoints checkpoints;
    private final String noStart;

    /** What is known to have chosen the configurations, where nothing is chosen any more. */
    private final Optional<String> chosenBy;

    private Study(Space<T> space, Workings workings, String noStart, Optional<String> chosenBy) {
        this.space = space;
        this.noStart = noStart;
        this.chosenBy = chosenBy;
        this.workings = workings;
        this.candidates = new Candidates(space, spec().sampler(), facts());
        this.checkpoints = new Checkpoints(spec(), workings.store().header(), best());
        Retries retries = new Retries(workings);
        this.asking = new Asking<>(space, workings, candidates, retries, checkpoints);
        this.telling = new Telling(workings, retries, checkpoints);
        this.trialEnd = new TrialEnd(spec().direction(), spec().of());
    }

    /**
     * Opens a new run of a study. In {@link Mode#JOINED}, takes part in its last run instead, if that goes on elsewhere or was
     * interrupted, was begun so too, and is the same in all that decides its course, as {@link Continuation} says.
     *
     * @param space the space to search
     * @param spec what the study is
     * @throws IllegalArgumentException if the parts of the specification contradict one another, or if the start configuration,
     *     a queued one or one of an earlier study does not fit the space
     * @throws dev.hpo.storage.StorageException if the storage cannot begin a run, or earlier runs cannot be read
     */
    public static <T> Study<T> open(Space<T> space, StudySpec spec) {
        Beginnings.requireConsistent(space, spec);
        Start<Configuration> start = Beginnings.start(space);
        spec.queued().forEach(space::check);
        Opened opened = spec.mode() == Mode.JOINED
                ? Opened.joined(space, spec, start.instance())
                : Opened.begun(space, spec, start.instance());
        return of(space, spec, start, opened.earlier(), opened.store());
    }

    /**
     * Goes on with a run of a study that was interrupted. Trials that it has left unfinished are tried again first, under their numbers,
     * with their configurations and their seeds; what follows is what would have followed. Its time counts with that of the parts before.
     *
     * @param space the space that is searched, which must be that of the run
     * @param spec what the study is; the run's own seed counts. Under other settings, or with more trials, the run does not repeat
     * @param run a search that the storage has
     * @throws IllegalArgumentException as of {@link #open}, and if the space or the direction is another one
     * @throws StudyException if another process goes on with the run
     * @throws dev.hpo.storage.StorageException if there is no such run, or it cannot be read
     */
    public static <T> Study<T> resume(Space<T> space, StudySpec spec, RunId run) {
        Beginnings.requireConsistent(space, spec);
        Start<Configuration> start = Beginnings.start(space);
        spec.queued().forEach(space::check);
        Beginnings.requireSame(space, spec, run);
        List<EarlierStudy> earlier = Beginnings.earlier(space, spec, start.instance(), run);
        return of(space, spec, start, earlier, Beginnings.resumed(space, spec, run));
    }

    static <T> Study<T> of(
            Space<T> space, StudySpec spec, Start<Configuration> start, List<EarlierStudy> earlier, RunStore store) {
        return Opened.orClosed(store, () -> {
            StudyFacts facts = Beginnings.facts(spec, store.header().seed(), earlier);
            Study<T> study = new Study<>(space, Workings.toGoOn(spec, store, facts), start.reason(), Optional.empty());
            Beginnings.rebase(space, spec, start.instance(), earlier, store);
            if (store.header().id().kind() == RunKind.SEARCH) {
                study.candidates.begin(spec, study.history(), start.instance());
            }
            return study;
        });
    }

    /** Creates a study of a run that came to its end, to which nothing is added; see {@link Repetition#reopen}. */
    static <T> Study<T> ended(Space<T> space, Workings workings, RunEnd end) {
        workings.ledger().end(end.kind(), end.reason());
        Map<String, String> course = workings.store().header().basis().course();
        return new Study<>(space, workings, "", Optional.ofNullable(course.get(RunHeader.Basis.SAMPLER_DESCRIPTION)));
    }

    /**
     * Begins the next trial. Waits while the mode or the sampler makes it wait for other trials.
     *
     * @return the trial with its configuration; empty if the study has ended, for the reason in {@link #endReason()}
     * @throws InterruptedException if this thread is interrupted
     * @throws StudyException if the study cannot go on, such as when the configuration type rejects everything; every later
     *     call throws it too
     * @throws SelfWaitException if this thread runs a trial for which it would have to wait
     */
    public Optional<Suggestion<T>> ask() throws InterruptedException {
        return asking.ask(OptionalInt.empty());
    }

    /**
     * Begins the next trial as {@link #ask()} does, for a caller that numbers what it runs and wants to find the trial by that again.
     *
     * @param invocation the caller's number, from 1
     * @see dev.hpo.storage.Storage#invocations
     */
    public Optional<Suggestion<T>> ask(int invocation) throws InterruptedException {
        return asking.ask(OptionalInt.of(invocation));
    }

    /**
     * Returns whether the trials have ended for which the mode makes an ask wait. The sampler may still make it wait.
     *
     * @param before how many asks come before that one; at least 0
     */
    public boolean isReady(int before) {
        return asking.isReady(before);
    }

    /**
     * Ends a trial whose body has returned.
     *
     * @return the trial as it is kept: complete if its value is finite, pruned if it was stopped, else failed; still running if it has reported nothing
     *     after it had found something in its checkpoint, and is tried again without
     * @throws StudyException if the trial was told before, belongs to another study, or could not be stored
     */
    public TrialRecord tell(Trial trial) {
        return telling.tell(trial, Optional.empty(), trialEnd::returned);
    }

    /**
     * Ends a trial whose body has thrown.
     *
     * @param cause what it threw; if that is what the trial itself threw to stop its body, the trial is pruned, infeasible or
     *     misused, else failed with the whole stack trace
     * @return the trial as it is kept; still running if it could not use what it had found in its checkpoint, and is tried again without, or if it was
     *     interrupted and can go on from there, now or when the study is resumed
     * @throws StudyException if the trial was told before, belongs to another study, or could not be stored
     */
    public TrialRecord tell(Trial trial, Throwable cause) {
        return telling.tell(trial, Optional.of(cause), (log, record) -> trialEnd.threw(log, record, cause));
    }

    /**
     * Puts an instance into the queue: it is tried before the sampler is asked again.
     *
     * @throws IllegalArgumentException if it does not fit the space
     */
    public void enqueue(T config) {
        enqueue(space.configuration(config));
    }

    /**
     * Puts a configuration into the queue: it is tried before the sampler is asked again.
     *
     * <p>In {@link Mode#ORDERED}, the moment decides which trial it becomes; queue before the first trial in order that the
     * study can be repeated.
     *
     * @throws IllegalArgumentException if it does not fit the space
     */
    public void enqueue(Configuration configuration) {
        candidates.add(configuration, Origin.Source.QUEUED);
    }

    /**
     * Runs trials until the study ends, on as many threads as the specification says: on this one if that is one.
     *
     * @param objective runs a trial; whatever it throws fails that trial only
     * @throws InterruptedException if this thread or the objective is interrupted; the study has ended then
     * @throws StudyException if the study cannot go on
     */
    public StudyResult<T> optimize(Objective<T> objective) throws InterruptedException {
        new Workers<>(this, objective).run();
        Optional<StudyResult.Best<T>> best =
                best().map(trial -> new StudyResult.Best<>(space.decode(trial.configuration()), trial));
        return new StudyResult<>(facts(), history(), best, endReason().orElseThrow());
    }

    /**
     * Begins a trial with exactly the configuration and the seed of a stored one. It is no part of this study: it counts for
     * nothing, no pruner stops it, and {@link #tell(Trial)} says how it went but keeps nothing.
     *
     * @throws IllegalArgumentException if the configuration does not fit the space, or its type rejects it
     */
    public Suggestion<T> replay(TrialRecord stored) {
        return replay(stored, Optional.empty());
    }

    /**
     * Begins a trial as {@link #replay(TrialRecord)} does, with something to go on from.
     *
     * @param saved a directory, of a copy of which the trial sets out if it did so when it was stored; empty for nothing
     * @throws IllegalArgumentException if the configuration does not fit the space, or its type rejects it
     * @throws CheckpointException if the directory cannot be copied
     */
    public Suggestion<T> replay(TrialRecord stored, Optional<Path> saved) {
        space.check(stored.configuration());
        return new Suggestion<>(
                space.decode(stored.configuration()), Replay.of(stored, workings.stopwatch(), spec(), saved));
    }

    /** Returns how a trial would end if its body returned now: not at all, if it would be tried again without its checkpoint. The trial goes on. */
    public Outcome outlook(Trial trial) {
        if (telling.isAgain(trial, Optional.empty())) {
            return new Outcome.Running();
        }
        return trialEnd.returned(trial.log(), trial.record()).outcome();
    }

    /**
     * Returns how a trial would end if its body threw something now: not at all, if it would be tried again. The trial goes on.
     *
     * @param cause what it would throw
     */
    public Outcome outlook(Trial trial, Throwable cause) {
        if (telling.isAgain(trial, Optional.of(cause))) {
            return new Outcome.Running();
        }
        return trialEnd.threw(trial.log(), trial.record(), cause).outcome();
    }

    /**
     * Returns the directory in which a trial keeps what it can go on from, if there is something in it. That of the best trial is kept; in
     * memory, until this study is closed.
     */
    public Optional<Path> checkpoint(TrialRecord trial) {
        return checkpoints.store().find(trial.number());
    }

    /** Returns the trials so far. */
    public History history() {
        return workings.ledger().history();
    }

    /** Returns the complete trial with the best value, the earliest of equal ones; empty if none is complete. */
    public Optional<TrialRecord> best() {
        return history().best(spec().direction());
    }

    /** Returns why no further trial begins: {@code all 50 trials are done}; empty while there may be more. */
    public Optional<String> endReason() {
        return workings.ledger().endReason();
    }

    /** Returns why this study has ended, if it is that no trial was complete and the first ones failed, as they do where the test is at fault. */
    public Optional<String> failedStart() {
        return asking.failedStart();
    }

    /** Returns whether this study has ended and its run is not done, so that it can go on. */
    public boolean isInterrupted() {
        return workings.ledger().end().stream().anyMatch(end -> end.kind() == RunEnd.Kind.INTERRUPTED);
    }

    /**
     * Ends this study before its time and for good, unless it has ended: no further trial begins, those that run go on.
     *
     * @param reason why, for people
     */
    public void end(String reason) {
        workings.ledger().end(RunEnd.Kind.FINISHED, reason);
    }

    /**
     * Ends this study from outside: as {@link #end} does, but its run can go on. It has not ended while the last of its trials run.
     *
     * @param reason why, for people
     */
    public void interrupt(String reason) {
        workings.ledger().end(RunEnd.Kind.INTERRUPTED, reason);
    }

    /**
     * Interrupts this study and lets go of its run at once, so that another process can go on with it. Unlike {@link #close}, this waits
     * for nobody who asks, and so for no sampler. Trials that run stay as they are kept: what becomes of them from now on is kept nowhere, and
     * nobody is told so.
     *
     * @param reason why, for people
     * @throws StudyException if the end could not be stored
     */
    public void abandon(String reason) {
        workings.ledger().abandon(reason);
        telling.letGo();
    }

    /**
     * Returns why there is no start configuration, for people: {@code Crawler.threads (0) is not in 1 to 64}; empty if there is
     * one, or if nobody will miss it.
     */
    public Optional<String> noStart() {
        return Optional.of(noStart).filter(reason -> !reason.isEmpty());
    }

    /** Returns the facts that samplers and pruners know. */
    public StudyFacts facts() {
        return workings.facts();
    }

    /** Returns the budget as it is meant, as far as the study has come: one of trials is one of trainings where the sampler {@link dev.hpo.sampler.Sampler#spendsSteps spends steps}. */
    public Budget budget() {
        return workings.allowance().shown(history());
    }

    /** Returns what this study is. */
    public StudySpec spec() {
        return workings.spec();
    }

    /** Returns the space that is searched. */
    public Space<T> space() {
        return space;
    }

    /** Returns the seed of all randomness. */
    public long seed() {
        return facts().seed();
    }

    /** Returns which run of the study this is, from 1. */
    public int run() {
        return workings.store().header().id().number();
    }

    /** Returns how long the parts of the run took that came before this one; zero of a new run. */
    public Duration elapsedBefore() {
        return workings.store().elapsedBefore();
    }

    /** Returns what chooses the configurations, in a few words, as far as the study has come. */
    public String samplerDescription() {
        return chosenBy.orElseGet(() -> RunCourse.description(space, spec().sampler(), facts(), history()));
    }

    /**
     * Ends this study, as interrupted unless it has ended. Trials that still run stay as they are kept, and take no more reports. The
     * storage stays open.
     *
     * @throws StudyException if the end could not be stored
     */
    @Override
    public void close() {
        interrupt("closed");
        workings.ledger().insistOnTurn();
        try {
            telling.close();
            telling.letGo();
        } finally {
            workings.ledger().giveTurn();
        }
    }

    Workings workings() {
        return workings;
    }
}
