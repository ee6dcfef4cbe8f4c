// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.space.Configuration;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StoredSpace;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The trials of one run, for whoever goes on with it.
 *
 * <p>The storage is the arbiter between all who do: what they want is done if the trial stands as they think, and refused if it does
 * not. A refusal is no error. What a method has returned from is kept, as {@link Storage} says. Safe for use by several threads.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface RunStore extends AutoCloseable {

    /** Returns what the run began with, or goes on with. */
    RunHeader header();

    /** Begins a trial as {@link #begin(TrialRecord, OptionalInt, int)} does, without an invocation and without a limit. */
    default boolean begin(TrialRecord trial) {
        return begin(trial, OptionalInt.empty());
    }

    /** Begins a trial as {@link #begin(TrialRecord, OptionalInt, int)} does, without a limit. */
    default boolean begin(TrialRecord trial, OptionalInt invocation) {
        return begin(trial, invocation, Integer.MAX_VALUE);
    }

    /**
     * Queues a trial: whoever goes on with the run takes it before it chooses one by itself, and if nobody does, the next search of the
     * study takes it.
     *
     * @param wanted values of some parameters of the space, or of all; whoever takes the trial chooses the others
     * @return its number
     * @throws StorageException if it cannot be kept
     */
    int queue(Configuration wanted);

    /**
     * Returns the first of the trials that are queued, also of those that other tools have queued since. It is cheap enough to be asked
     * before each trial, however many wait.
     *
     * @return the record of a trial that waits, with the values that are asked for; empty if none does
     * @throws StorageException if it cannot be read
     */
    Optional<TrialRecord> firstQueued();

    /**
     * Begins a trial, a queued one, or an attempt at one.
     *
     * @param trial as it begins: running, or ended already if its configuration was rejected; with what it has inherited if it goes on with a
     *     paused one, and with what the attempt before had reported if it goes on from there. Only one whose origin {@link
     *     dev.hpo.trial.Origin#isOfStorage is the storage} takes a queued one: what was chosen without knowing of the queue does not take its place
     * @param invocation under which number, from 1, the caller runs it, if it numbers what it runs; see {@link Storage#invocations}
     * @param most how many trials may count towards the budget, with this one, as {@link dev.hpo.trial.History#counted} says; for a first attempt that
     *     goes on with no paused trial. Whoever shares
     *     the run may have begun others meanwhile, also of the queue, which leaves the next number as it was
     * @return whether it has begun; not if so many count already, if its number is neither the next one nor that of a queued trial that it takes, or, of a further attempt, if
     *     the attempt before it is not the last one or has ended
     * @throws StorageException if it cannot be kept
     * @throws IllegalArgumentException if a further attempt has another configuration, seed or origin than the first
     */
    boolean begin(TrialRecord trial, OptionalInt invocation, int most);

    /**
     * Keeps what a trial has reported so far. A storage may wait with that for a moment, or for the trial's end.
     *
     * @param progress all of it
     * @return whether the trial still is this sender's; not if another attempt at it has begun, or if it has ended
     * @throws StorageException if it cannot be kept
     */
    boolean report(TrialKey trial, Progress progress);

    /**
     * Ends a trial; one that is queued too, as failed if it cannot be run.
     *
     * @param trial as it ended
     * @return whether it ended so; not if another attempt at it has begun, or if it ended otherwise. The same end again is taken as
     *     the first was
     * @throws StorageException if it cannot be kept, or if the trial has not begun
     */
    boolean end(TrialRecord trial);

    /**
     * Returns the trials that have changed since this was called last, or all of them the first time, by rising number. What
     * this store itself was told counts as well.
     *
     * @throws StorageException if they cannot be read, or if a configuration does not fit the space
     */
    List<TrialRecord> changes();

    /**
     * Returns the trials that run in nobody's hands, by rising number: whoever ran them has died, or has let go of the run. Those that
     * another tool has begun are in its hands, as nobody knows.
     *
     * @throws StorageException if they cannot be read
     */
    List<TrialKey> abandoned();

    /**
     * Returns how many attempts at a trial were lost: those of others who have not let go of the run, as when their process died. An
     * attempt that was left unfinished by one who has let go of it was interrupted, and counts for nothing.
     *
     * @param trial its number
     * @throws StorageException if that cannot be read
     */
    int lost(int trial);

    /**
     * Keeps what decides the course of the run from now on, where it goes on under other settings than it began with.
     *
     * @param basis the settings
     * @param space its search space, whose start configuration may be another one
     * @throws StorageException if it cannot be kept
     */
    void rebase(RunHeader.Basis basis, StoredSpace space);

    /** Returns how long the run took before it was resumed or joined here, as far as it was written down; zero of a new one. */
    Duration elapsedBefore();

    /**
     * Keeps how the run ended, and goes on holding it: what has come to its end has so, whatever becomes of a process that looks at it once more.
     *
     * @throws StorageException if it cannot be kept
     */
    void settle(RunEnd end);

    /**
     * Keeps how the run ended, and lets go of it. Another end may follow when it has gone on. While others go on with it, it has no end: the
     * last of them who lets go of it gives it one. That it is finished, as any of them has said, is not taken back by one who is
     * interrupted later, unless a trial is left unfinished.
     *
     * @throws StorageException if it cannot be kept
     */
    void end(RunEnd end);

    /**
     * Lets go of the run, without an end unless it was given one. Trials that run stay as they are, to be tried again. What comes later,
     * from a thread that does not know it yet, is refused; so it is after {@link #end(RunEnd)}.
     */
    @Override
    void close();
}
