// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.numeric.Purpose;
import dev.hpo.pruner.Case;
import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.Proposal;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.storage.RunEnd;
import dev.hpo.study.Candidates.Candidate;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Begins trials, in turn.
 *
 * <p>In the ordered mode, trial n is chosen, pruned and followed by the end of the study with what its view of the history
 * says: all that is in it has ended before trial n begins, and so does not depend on how fast anything was.
 */
final class Asking<T> {

    private final Space<T> space;
    private final Workings workings;
    private final Candidates candidates;
    private final EndRules endRules;
    private final Retries retries;
    private final Checkpoints checkpoints;
    private final StoredQueue storedQueue;
    private int rejections;

    Asking(Space<T> space, Workings workings, Candidates candidates, Retries retries, Checkpoints checkpoints) {
        this.space = space;
        this.workings = workings;
        this.retries = retries;
        this.checkpoints = checkpoints;
        this.candidates = candidates;
        this.storedQueue = new StoredQueue(space, workings, candidates);
        this.endRules = new EndRules(
                workings.spec(),
                workings.allowance(),
                workings.store().elapsedBefore(),
                workings.stopwatch(),
                workings.store().header().id().kind());
        History before = workings.ledger().history();
        for (int last = before.size(); last > 0 && before.trial(last - 1).isRejected(); last--) {
            rejections++;
        }
    }

    /**
     * Begins the next trial, when it is this thread's turn; empty if the study has ended.
     *
     * @param invocation under which number it is run, if there is one
     */
    Optional<Suggestion<T>> ask(OptionalInt invocation) throws InterruptedException {
        ledger().takeTurn();
        try {
            ledger().requireSound();
            return next(invocation);
        } catch (StudyException e) {
            throw ledger().fail(RunEnd.Kind.FINISHED, e);
        } finally {
            ledger().giveTurn();
        }
    }

    private Optional<Suggestion<T>> next(OptionalInt invocation) throws InterruptedException {
        while (true) {
            followShared();
            Optional<Suggestion<T>> suggestion = again(invocation);
            if (suggestion.isEmpty()) {
                suggestion = fresh(invocation);
            }
            if (suggestion.isPresent() || isOver()) {
                return suggestion;
            }
        }
    }

    /** Begins the next trial of the queue or of the sampler; empty if it was rejected, if others were faster, if one is to be begun again first, or if the study has ended. */
    private Optional<Suggestion<T>> fresh(OptionalInt invocation) throws InterruptedException {
        int window = workings.spec().window();
        History view = view(window);
        if (ledger().isRetryDue()) {
            return Optional.empty();
        }
        Optional<String> reason = isOver() ? Optional.empty() : endRules.reason(view, ledger());
        if (reason.isPresent()) {
            return endRules.isOnlyForPaused(view, ledger())
                    ? ofPaused(view, reason.get(), invocation)
                    : ended(reason.get());
        }
        Optional<Candidate> candidate = isShared() ? candidates.untried(view) : candidates.queued();
        Optional<TrialRecord> queued = candidate.isPresent() || isOver() ? Optional.empty() : storedQueue.next();
        if (queued.isPresent()) {
            return begin(queued.get(), invocation);
        }
        while (candidate.isEmpty() && !isOver() && !ledger().isRetryDue()) {
            Proposal proposal = propose(view);
            if (proposal instanceof Proposal.Exhausted exhausted) {
                return ended(exhausted.reason());
            } else if (proposal instanceof Proposal.Try attempt) {
                candidate = Optional.of(Candidate.of(attempt));
            } else if (proposal instanceof Proposal.Promote promotion) {
                candidate = Optional.of(Candidate.of(promotion, view));
            } else if (proposal instanceof Proposal.Fork fork) {
                checkpoints.requireKept(view.trial(fork.trial()), view.size(), ledger());
                candidate = Optional.of(Candidate.of(fork));
            } else if (isOrdered()) {
                view = laterView(view, --window);
            } else {
                awaitAnyTrial(view);
                return Optional.empty();
            }
        }
        return candidate.isEmpty() || isOver() ? Optional.empty() : begin(candidate.get(), view, invocation);
    }

    /** Asks the sampler. What ends the study has to wait for trials that may still pause, as the sampler cannot have meant those. */
    private Proposal propose(History view) {
        Proposal proposal = candidates.propose(view.size(), view);
        return proposal instanceof Proposal.Exhausted ? unlessAnyMayPause(view, proposal) : proposal;
    }

    private Proposal proposePaused(History view) {
        Proposal none = new Proposal.Exhausted("nothing is paused");
        Proposal proposal = view.paused().isEmpty() ? none : candidates.propose(view.size(), view);
        return proposal instanceof Proposal.Promote ? proposal : unlessAnyMayPause(view, proposal);
    }

    private Proposal unlessAnyMayPause(History view, Proposal proposal) {
        return endRules.mayPause(view, ledger()) ? new Proposal.Wait() : proposal;
    }

    /** All trials of the budget have begun: asks the sampler whether to go on with one that is paused, and ends the study if not. */
    private Optional<Suggestion<T>> ofPaused(History all, String reason, OptionalInt invocation)
            throws InterruptedException {
        int window = workings.spec().window();
        History view = all;
        while (!isOver() && !ledger().isRetryDue()) {
            Proposal proposal = proposePaused(view);
            if (proposal instanceof Proposal.Promote promotion) {
                return begin(Candidate.of(promotion, view), view, invocation);
            } else if (!(proposal instanceof Proposal.Wait)) {
                return ended(reason);
            } else if (isOrdered()) {
                view = laterView(view, --window);
            } else {
                awaitAnyTrial(view);
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Suggestion<T>> ended(String reason) throws InterruptedException {
        end(reason);
        return Optional.empty();
    }

    /**
     * Ends the study, as there is nothing left to begin; unless others run trials that may be lost yet, and then have to be run here. When the time is over, those of others who live
     * are not waited for.
     */
    private void end(String reason) throws InterruptedException {
        boolean isToWait = isShared() && ledger().isWaitingForOthers() && !ledger().isRunningHere();
        if (isToWait && !endRules.isTimeUp()) {
            ledger().pause(Others.LOOK);
        } else if (!isToWait || !workings.others().isAnyLost()) {
            ledger().endByRule(reason);
        }
    }

    /** Waits until there may be more to choose with, here or elsewhere. */
    private void awaitAnyTrial(History view) throws InterruptedException {
        ledger().awaitAnyTrial(view, isShared());
        if (view.count(TrialState.RUNNING) == 0) {
            throw waitsForNothing(view);
        }
        workings.follow();
    }

    /** Returns what the trial to come knows, once it can be known. */
    private History view(int window) throws InterruptedException {
        if (!isOrdered()) {
            return ledger().history();
        }
        int number = ledger().history().size();
        ledger().awaitTrials(number - window);
        return ledger().history().asSeenBy(number, window);
    }

    /** Returns whether a view, asked for after some others, can be known: those of its trials have begun, and ended. */
    boolean isReady(int before) {
        int window = workings.spec().window();
        int last = ledger().history().size() + before - window;
        return !isOrdered()
                || (before < window && ledger().running().stream().noneMatch(trial -> trial.number() <= last));
    }

    /** Returns why the study has ended, if it is that it has begun badly. */
    Optional<String> failedStart() {
        return ledger().endReason().filter(endRules.failedStart().stream().toList()::contains);
    }

    /** Returns a later view than one with which the sampler could not choose: that of a smaller window. */
    private History laterView(History view, int window) throws InterruptedException {
        if (window < 1) {
            throw waitsForNothing(view);
        }
        return view(window);
    }

    private StudyException waitsForNothing(History view) {
        return new StudyException(candidates.name() + " must not wait for trial " + view.size()
                + " while no other trial runs; it may answer with a configuration or be exhausted");
    }

    /**
     * Begins another attempt at a trial that an earlier part of the run, or one that shares it, has left unfinished, if there is one. The time
     * limit, which says how long trials may begin, was not over when it began.
     */
    private Optional<Suggestion<T>> again(OptionalInt invocation) {
        while (!isOver()) {
            Optional<TrialRecord> lost = retries.next();
            if (lost.isEmpty()) {
                return Optional.empty();
            }
            TrialRecord trial = lost.get();
            if (retries.isUsedUp(trial)) {
                TrialRecord ended = Retries.end(trial, workings.now());
                if (workings.end(ended)) {
                    ledger().finish(ended);
                }
            } else {
                History view = ledger().history()
                        .asSeenBy(trial.number(), workings.spec().window());
                checkpoints.requireKeptFor(trial, ledger());
                Optional<Suggestion<T>> suggestion = begin(trial.start().again(workings.now()), view, invocation);
                if (suggestion.isPresent()) {
                    return suggestion;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Suggestion<T>> begin(Candidate candidate, History view, OptionalInt invocation) {
        TrialStart start = start(view.size(), candidate);
        Optional<Suggestion<T>> suggestion = begin(start, view, invocation);
        if (ledger().isOwn(start)) {
            candidates.taken(candidate);
        }
        return suggestion;
    }

    /** Begins a trial that is queued in the storage, unless others have taken it meanwhile. */
    private Optional<Suggestion<T>> begin(TrialRecord queued, OptionalInt invocation) {
        int number = queued.number();
        History now = ledger().history();
        History view = isOrdered() ? now.asSeenBy(number, workings.spec().window()) : now;
        Configuration configuration = storedQueue.completed(queued, view);
        Candidate candidate = new Candidate(configuration, queued.start().origin());
        return begin(start(number, candidate), view, invocation);
    }

    private TrialStart start(int number, Candidate candidate) {
        long seed = candidate.seedOf().isPresent()
                ? ledger().history()
                        .trial(candidate.seedOf().getAsInt())
                        .start()
                        .seed()
                : Purpose.TRIAL.seed(workings.facts().seed(), number);
        return new TrialStart(number, candidate.configuration(), seed, candidate.origin(), workings.now());
    }

    /** Returns what a sampler says of a trial that begins. */
    private <S> S said(TrialStart start, Supplier<S> what) {
        try {
            return what.get();
        } catch (RuntimeException | Error e) {
            throw new StudyException(
                    workings.spec().sampler().getClass().getSimpleName() + " failed to say what trial " + start.number()
                            + " is: " + FaultText.of(e),
                    e);
        }
    }

    /** Begins a trial; or keeps it as rejected, or leaves it to who was faster, and returns nothing; so it does of a study that was abandoned. */
    private Optional<Suggestion<T>> begin(TrialStart start, History view, OptionalInt invocation) {
        T config;
        try {
            config = space.decode(start.configuration());
        } catch (IllegalArgumentException e) {
            reject(start, FaultText.message(e), view);
            return Optional.empty();
        } catch (OutOfMemoryError e) {
            // This configuration is too large, most likely, and the memory is free again for the next one.
            reject(start, FaultText.of(e), view);
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            throw new StudyException(
                    space.type().getSimpleName() + " could not be made for trial " + start.number() + ": "
                            + FaultText.of(e) + "; a constructor rejects values with an IllegalArgumentException",
                    e);
        }
        TrialRecord begun = begun(start);
        Trial trial = new Trial(
                new TrialLog(begun, workings.stopwatch()),
                checkpoints.of(start),
                running -> judge(running, view),
                said(start, () -> Trial.Terms.of(workings.spec(), begun)),
                ledger());
        said(start, () -> workings.spec().sampler().attributes(start)).forEach(trial::attribute);
        if (!workings.begin(trial.record(), invocation, view)) {
            workings.followTo(start, view);
            return Optional.empty();
        }
        rejections = 0;
        ledger().begin(trial);
        checkpoints.sweep(ledger().history(), workings.facts());
        return Optional.of(new Suggestion<>(config, trial));
    }

    private TrialRecord begun(TrialStart start) {
        History history = ledger().history();
        TrialRecord begun = history.begun(start);
        return start.key().attempt() == 0 ? begun : checkpoints.again(begun, history.trial(start.number()));
    }

    private void reject(TrialStart start, String message, History view) {
        TrialRecord rejected = TrialRecord.running(start)
                .finished(
                        new Outcome.Failed(Failure.of(Failure.Kind.REJECTED, LocalPaths.hide(message))),
                        start.startedAt());
        boolean isFirst = start.key().attempt() == 0;
        if (!workings.begin(isFirst ? rejected : TrialRecord.running(start), OptionalInt.empty(), view)
                || !(isFirst || workings.end(rejected))) {
            workings.followTo(start, view);
            return;
        }
        ledger().reject(rejected);
        rejections++;
        if (rejections >= workings.spec().maxRejections()
                && !workings.spec().sampler().isEnumeration()) {
            throw new StudyException(space.type().getSimpleName() + " rejected " + rejections
                    + " configurations in a row, the last one with: " + message
                    + "; narrow the domains of its parameters, or accept more in its constructor");
        }
    }

    /** In the ordered mode a trial is compared with what it knew when it began, else with all that is known by now. */
    private Verdict judge(Trial trial, History view) {
        boolean isOurs = workings.report(trial.record());
        followShared();
        if (!isOurs) {
            return ledger().isAbandoned() ? Verdict.KEEP : new Verdict.Stop(TrialLog.TAKEN_OVER);
        }
        History now = ledger().publish(trial);
        StudySpec spec = workings.spec();
        boolean mayPause = spec.sampler().promotes();
        Verdict verdict = spec.pruner()
                .judge(new Case(space, trial.record(), isOrdered() ? view : now, workings.facts(), mayPause));
        // Nobody would ever go on with it, and hopeless is not what was found.
        return verdict instanceof Verdict.Pause && !mayPause ? Verdict.KEEP : verdict;
    }

    private void followShared() {
        if (isShared()) {
            workings.follow();
        }
    }

    private boolean isShared() {
        return workings.others().shareTheRun();
    }

    private boolean isOrdered() {
        return workings.spec().mode() == Mode.ORDERED;
    }

    private boolean isOver() {
        return ledger().endReason().isPresent();
    }

    private Ledger ledger() {
        return workings.ledger();
    }
}
