// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.setting.Setting;
import dev.hpo.storage.CheckpointStore;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunHeader;
import dev.hpo.study.Trial;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What trials that are run again set out from: a copy of the checkpoint that each had set out from, if that is kept, or what the trial before it has saved that was run again for it. Not safe for
 * use by several threads.
 */
final class Lineage {

    private final StudySetup setup;
    private final CheckpointStore saved = CheckpointStore.temporary();

    /** The trials whose checkpoints another one needs. */
    private final Set<Integer> needed = new HashSet<>();

    /** Why what a trial had saved that was run again could not be taken over. */
    private final Map<Integer, RuntimeException> faults = new HashMap<>();

    Lineage(StudySetup setup) {
        this.setup = setup;
    }

    /** Returns the trials to run so that the last one sets out from where it did, the first one first. */
    List<TrialRecord> of(StoredRun run, TrialRecord last) {
        List<TrialRecord> all = run.around(last);
        List<TrialRecord> lineage = new ArrayList<>(List.of(last));
        OptionalInt parent = parent(last);
        while (parent.isPresent() && !isKept(run.search(last), parent.getAsInt())) {
            needed.add(parent.getAsInt());
            TrialRecord before = all.get(parent.getAsInt());
            lineage.add(before);
            parent = parent(before);
        }
        Collections.reverse(lineage);
        return lineage;
    }

    /** What could not use what it had found has trained from its first step on. */
    private static OptionalInt parent(TrialRecord trial) {
        return trial.isBegunAnew()
                ? OptionalInt.empty()
                : trial.start().origin().fork();
    }

    /** Takes over a checkpoint that is kept, as its run may go on and remove it. */
    private boolean isKept(Optional<RunHeader> run, int trial) {
        Optional<Path> place = setup.settings()
                .checkpoints()
                .or(() -> new JournalStorage(setup.places().journal()).checkpoints());
        Optional<Path> kept = place.flatMap(
                found -> run.flatMap(header -> CheckpointStore.at(found, header).find(trial)));
        kept.ifPresent(found -> take(found, trial));
        return kept.isPresent();
    }

    private void take(Path source, int trial) {
        try {
            saved.take(source, trial);
        } catch (IOException e) {
            saved.remove(trial);
            throw new UncheckedIOException(
                    source + " could not be copied: " + e.getMessage() + "; it must be readable, and "
                            + System.getProperty("java.io.tmpdir") + " have room for a copy",
                    e);
        }
    }

    /**
     * Returns what a trial that begins again sets out from; empty if it began with nothing.
     *
     * @throws TuningConfigurationException if it is not there
     */
    Optional<Path> saved(TrialRecord trial) {
        OptionalInt parent = parent(trial);
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> found = saved.find(parent.getAsInt());
        RuntimeException fault = faults.get(parent.getAsInt());
        if (fault != null) {
            throw new TuningConfigurationException(
                    "trial " + trial.number() + " must set out from what trial " + parent.getAsInt()
                            + " has saved when it was run again, which cannot be had: " + fault.getMessage(),
                    fault);
        }
        if (found.isEmpty()) {
            throw new TuningConfigurationException("trial " + trial.number() + " must set out from what trial "
                    + parent.getAsInt() + " has saved, which is not there; run it again with "
                    + setup.settings().option(Setting.REPLAY) + "=" + trial.number()
                    + ", which runs those before it, too.");
        }
        return found;
    }

    /**
     * Takes that the body of a trial has ended which was run again; the last one needs nothing any more. What cannot be taken over is no fault of this trial, which is still to be told: it is one of
     * that which sets out from it.
     */
    void ended(Trial trial) {
        int number = trial.number();
        if (!needed.remove(number)) {
            saved.removeAllBut(kept -> false);
            return;
        }
        try {
            take(trial.checkpoint(), number);
        } catch (RuntimeException e) {
            faults.put(number, e);
        }
    }
}
