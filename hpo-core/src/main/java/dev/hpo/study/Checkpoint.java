// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.storage.CheckpointStore;
import dev.hpo.trial.TrialStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one attempt at a trial can go on from. Nothing is made or copied before its body asks for it. Safe for use by several threads.
 */
final class Checkpoint {

    private final CheckpointStore store;
    private final int trial;
    private final Beginning beginning;
    private boolean isInUse;
    private boolean wasFound;
    private Optional<String> fault = Optional.empty();

    /**
     * Creates the checkpoint of an attempt that begins.
     *
     * @param isAnew whether there is to be nothing in it, as the attempt before could not use it
     */
    Checkpoint(CheckpointStore store, TrialStart start, boolean isAnew) {
        this.store = store;
        this.trial = start.number();
        this.beginning = new Beginning(start, isAnew);
    }

    /**
     * Returns the directory, made if it is not there.
     *
     * @throws CheckpointException if that cannot be
     */
    synchronized Path directory() {
        try {
            if (!isInUse) {
                prepare();
                wasFound = store.isAny(trial);
                isInUse = true;
            }
            return store.make(trial);
        } catch (IOException | UncheckedIOException e) {
            throw new CheckpointException(
                    "checkpoint of trial " + trial + " could not be made: " + e
                            + "; it must be a directory that can be written, set hpo.checkpoints or StudySpec.withCheckpoints to another place",
                    e);
        }
    }

    /** What cannot be copied, as where a disk is full, is as good as nothing: the trial begins anew; unless it is to set out from a complete one. */
    private void prepare() throws IOException {
        try {
            beginning.prepare(store);
        } catch (IOException | UncheckedIOException e) {
            store.remove(trial);
            if (beginning.start().origin().fork().isPresent()) {
                throw e;
            }
            fault = Optional.of("its checkpoint could not be copied: " + e);
        }
    }

    /** Returns why there is nothing in it that there should be. */
    synchronized Optional<String> fault() {
        return fault;
    }

    /** Returns whether the body has asked for it and there is something in it. */
    synchronized boolean isAny() {
        return isInUse && store.isAny(trial);
    }

    /** Returns whether there was something in it when the body asked for it first. */
    synchronized boolean wasFound() {
        return wasFound;
    }

    /** Returns whether a further attempt would find something in it. */
    synchronized boolean canGoOn() {
        return (beginning.isOfParent() || !isInUse) ? beginning.isAny(store) : store.isAny(trial);
    }

    /** Sets aside what is in it, so that it stays as it is, whatever the body does from now on. */
    synchronized void freeze() {
        store.freeze(trial);
    }

    /** Removes it, which is temporary. */
    synchronized void remove() {
        store.removeAllBut(kept -> false);
    }

    /** What is in it at first. */
    private record Beginning(TrialStart start, boolean isAnew) {

        boolean isOfParent() {
            return start.origin().copied().isPresent();
        }

        /** Returns whether there is anything to begin with. */
        boolean isAny(CheckpointStore store) {
            OptionalInt parent = start.origin().copied();
            boolean isFirst = start.key().attempt() == 0;
            return !isAnew
                    && (parent.isPresent() ? store.isAny(parent.getAsInt()) : !isFirst && store.isAny(start.number()));
        }

        /** A number that was never begun may have been another trial's, in a file that was restored. */
        void prepare(CheckpointStore store) throws IOException {
            int trial = start.number();
            Optional<Integer> parent = start.origin().copied().stream().boxed().findFirst();
            if (isAnew || parent.isPresent() || start.key().attempt() == 0) {
                store.remove(trial);
            }
            if (parent.isPresent() && !isAnew) {
                store.copy(parent.get(), trial);
            }
        }
    }
}
