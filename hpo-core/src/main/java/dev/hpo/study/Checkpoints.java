// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.storage.CheckpointStore;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.trial.History;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the trials of a study can go on from, and how long it is kept: that of a trial that runs or was interrupted, that of a paused one until a trial
 * that goes on with it has ended, that of the best one until there is a better, and under a sampler that forks that of a complete one as long as the
 * sampler keeps it, also after the end of a run that a limit has ended. Safe for use by several threads.
 */
final class Checkpoints {

    private static final int NONE = -1;

    private final CheckpointStore store;
    private final StudySpec spec;
    private final RunId run;
    /** What was wrong with those that an attempt could not use, by the numbers of the trials. */
    private final Map<Integer, String> spoilt = new ConcurrentHashMap<>();

    /** Complete trials that the sampler keeps no more. */
    private final Set<Integer> released = new HashSet<>();

    private int best;

    /**
     * Creates the checkpoints of a study.
     *
     * @param best its best trial so far, if it goes on
     */
    Checkpoints(StudySpec spec, RunHeader run, Optional<TrialRecord> best) {
        this.spec = spec;
        this.run = run.id();
        this.store = store(spec, run);
        store.open();
        this.best = best.map(TrialRecord::number).orElse(NONE);
    }

    private static CheckpointStore store(StudySpec spec, RunHeader run) {
        return spec.checkpoints()
                .or(() -> spec.storage().checkpoints())
                .map(place -> CheckpointStore.at(place, run))
                .orElseGet(CheckpointStore::temporary);
    }

    /**
     * Returns the trials of a run that goes on as they are to those who choose from them: those that were paused and whose checkpoint was removed,
     * as that happens when a run is finished, are paused no more.
     */
    static History known(StudySpec spec, RunHeader run, History stored) {
        CheckpointStore store = store(spec, run);
        Set<TrialRecord> gone = stored.paused().stream()
                .filter(trial -> !store.isAny(trial.number()))
                .collect(Collectors.toSet());
        return gone.isEmpty()
                ? stored
                : History.of(stored.trials().stream()
                        .map(trial -> gone.contains(trial) ? unpaused(trial) : trial)
                        .toList());
    }

    private static TrialRecord unpaused(TrialRecord trial) {
        Outcome how = trial.outcome() instanceof Outcome.Pruned pruned
                ? new Outcome.Pruned(pruned.reason())
                : trial.outcome();
        return new TrialRecord(trial.start(), trial.progress(), how, trial.finishedAt());
    }

    CheckpointStore store() {
        return store;
    }

    /** Returns that of an attempt at a trial that begins. */
    Checkpoint of(TrialStart start) {
        return new Checkpoint(store, start, spoilt.containsKey(start.number()));
    }

    /**
     * Returns the record of a further attempt that begins: it has what the one before had reported if it can go on from its checkpoint, and says so if
     * that was of no use.
     */
    TrialRecord again(TrialRecord begun, TrialRecord before) {
        String fault = spoilt.get(begun.number());
        if (fault != null) {
            return begun.with(begun.progress().withAttribute(TrialRecord.RESTARTED, fault));
        }
        store.thaw(begun.number());
        return begun.start().origin().copied().isPresent() || !store.isAny(begun.number())
                ? begun
                : begun.with(before.progress().resume());
    }

    /**
     * Remembers that what an attempt has found was of no use, so that the next one finds nothing.
     *
     * @param fault what was wrong
     */
    void spoil(int trial, String fault) {
        spoilt.put(trial, fault);
    }

    /**
     * Removes what nobody needs any more after a trial has ended, and that is kept.
     *
     * @param bestNow returns the best trial as it is by then: of two that end at once, the one that comes second here must know of both
     */
    synchronized void ended(TrialRecord trial, Supplier<Optional<TrialRecord>> bestNow) {
        int before = best;
        best = bestNow.get().map(TrialRecord::number).orElse(NONE);
        trial.start().origin().parent().ifPresent(store::remove);
        if (before != best && before != NONE && (!spec.sampler().forks() || released.contains(before))) {
            store.remove(before);
        }
        boolean mayBeForked = spec.sampler().forks() && trial.state() == TrialState.COMPLETE;
        if (!trial.isPaused() && !mayBeForked && trial.number() != best) {
            store.remove(trial.number());
        }
    }

    /**
     * Checks that a trial can set out from what another has saved. Without that it would begin with nothing, and train up to there with a configuration that was not meant for that.
     *
     * @param trial a complete trial; one that has saved nothing has nothing to lose
     * @param next the number of the trial that is to set out from it
     * @param ledger that of the study, which ends so that it can go on if nobody has said that the checkpoint may go
     * @throws StudyException if its checkpoint is gone
     */
    synchronized void requireKept(TrialRecord trial, int next, Ledger ledger) {
        int number = trial.number();
        if (trial.savedStep().isEmpty() || store.isAny(number)) {
            return;
        }
        String fault =
                "trial " + next + " must set out from what trial " + number + " has saved, but that checkpoint is gone";
        String keeps = "let the method keeps() of " + spec.sampler().getClass().getSimpleName() + " return " + number
                + " as long as a trial may set out from there";
        if (released.contains(number)) {
            throw new StudyException(fault + ", as the sampler did not keep it; " + keeps);
        }
        throw ledger.fail(
                RunEnd.Kind.INTERRUPTED,
                new StudyException(fault
                        + "; whoever takes part in the run must have the same directory of checkpoints, "
                        + "from which nobody else removes anything. Restore it, or begin a new run; or " + keeps));
    }

    /** Checks the same for a trial that is run again after its process has died, and that set out from another: it does so once more, whatever it has saved itself. */
    void requireKeptFor(TrialRecord lost, Ledger ledger) {
        OptionalInt fork = lost.start().origin().fork();
        if (fork.isPresent()) {
            requireKept(ledger.history().trial(fork.getAsInt()), lost.number(), ledger);
        }
    }

    /**
     * Removes what the sampler keeps no more, when a trial has begun: then no proposal is under way. Those that run keep what they set out from, as they
     * may be tried again. Where others share the run nothing is removed before its end, as they may be about to set out from it.
     *
     * @param now the trials so far
     * @throws StudyException if the sampler fails to say what it keeps
     */
    synchronized void sweep(History now, StudyFacts facts) {
        if (!spec.sampler().forks() || spec.mode() == Mode.JOINED || !store.isMade()) {
            return;
        }
        History known = known(spec, now);
        Set<Integer> kept = new HashSet<>(kept(spec, known, facts));
        now.in(TrialState.RUNNING)
                .forEach(trial -> trial.start().origin().copied().ifPresent(kept::add));
        for (TrialRecord trial : known.in(TrialState.COMPLETE)) {
            int number = trial.number();
            if (!kept.contains(number) && released.add(number) && number != best) {
                store.remove(number);
            }
        }
    }

    /**
     * Returns the trials from whose checkpoints others would set out if the study went on: none if its sampler has come to its end.
     *
     * @param now the trials so far
     */
    Set<Integer> needed(History now, StudyFacts facts) {
        if (!spec.sampler().forks()) {
            return Set.of();
        }
        Set<Integer> needed = new HashSet<>();
        now.in(TrialState.RUNNING)
                .forEach(trial -> trial.start().origin().copied().ifPresent(needed::add));
        try {
            needed.addAll(kept(spec, known(spec, now), facts));
        } catch (StudyException e) {
            // It has ended the study, most likely; whoever mends that goes on with what is there.
            now.in(TrialState.COMPLETE).forEach(trial -> needed.add(trial.number()));
        }
        return needed;
    }

    /**
     * Returns the trials of a run from whose checkpoints others would set out, and which have none any more though they had one.
     *
     * @param stored the trials so far
     * @throws StudyException if the sampler fails to say what it keeps
     */
    static List<Integer> missing(StudySpec spec, RunHeader run, History stored, StudyFacts facts) {
        if (!spec.sampler().forks() || stored.size() == 0) {
            return List.of();
        }
        CheckpointStore store = store(spec, run);
        int best = stored.best(spec.direction()).map(TrialRecord::number).orElse(NONE);
        Set<Integer> kept = new HashSet<>(kept(spec, known(spec, stored), facts));
        stored.in(TrialState.RUNNING)
                .forEach(trial -> trial.start().origin().fork().ifPresent(kept::add));
        // The best one is kept for whoever wants to look at it.
        return kept.stream()
                .filter(number ->
                        number != best && stored.trial(number).savedStep().isPresent() && !store.isAny(number))
                .sorted()
                .toList();
    }

    /**
     * Checks that all is there from which others would set out if a run went on.
     *
     * @param stored the trials so far
     * @throws StudyException if something is gone, or the sampler fails to say what it keeps
     */
    static void requireThere(StudySpec spec, RunHeader run, History stored, StudyFacts facts) {
        List<Integer> missing = missing(spec, run, stored, facts);
        if (!missing.isEmpty()) {
            throw new StudyException(run.id() + " cannot go on: " + text(missing) + "; begin a new run");
        }
    }

    /** Returns what is missing, for people. */
    static String text(List<Integer> missing) {
        return "checkpoints (of trials " + missing.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ") from which it would set out are gone, as after an end or when they have become old";
    }

    /** Returns what the next trial knows at least. */
    private static History known(StudySpec spec, History now) {
        return spec.mode() == Mode.ORDERED ? now.asSeenBy(now.size(), spec.window()) : now;
    }

    private static Set<Integer> kept(StudySpec spec, History known, StudyFacts facts) {
        try {
            return spec.sampler().keeps(known, facts);
        } catch (RuntimeException | Error e) {
            throw new StudyException(
                    spec.sampler().getClass().getSimpleName() + " failed to say which checkpoints it keeps: "
                            + FaultText.of(e),
                    e);
        }
    }

    /**
     * Removes all that does not survive this study; of one that is done, and that nobody else goes on with, all but that of the best trial and what its sampler would set out
     * from with more time.
     *
     * @param last returns the best trial of all who share the run, which has its end
     * @param needed returns what is {@link #needed}
     */
    synchronized void close(RunEnd end, Supplier<Optional<TrialRecord>> last, Supplier<Set<Integer>> needed) {
        if (store.isTemporary()) {
            store.removeAllBut(trial -> false);
        } else if (end.kind() == RunEnd.Kind.FINISHED && store.isMade() && isDone()) {
            best = last.get().map(TrialRecord::number).orElse(NONE);
            Set<Integer> kept = needed.get();
            store.removeAllBut(trial -> trial == best || kept.contains(trial));
            store.finish();
        }
        store.close();
    }

    private boolean isDone() {
        return spec.storage().runs(spec.name()).stream()
                .anyMatch(other -> other.id().equals(run)
                        && other.end()
                                .filter(how -> how.kind() == RunEnd.Kind.FINISHED)
                                .isPresent());
    }
}
