// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.space.PlainSpace;
import dev.hpo.storage.journal.StoredStudy;
import dev.hpo.storage.journal.StoredTrial;
import dev.hpo.trial.TrialRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A run as it is kept in a file, for whoever has not its classes.
 *
 * @param record what is known of it beside its trials
 * @param space its search space
 * @param trials those that can be read, by rising number
 * @param faults why the others cannot, and what of these cannot, for people
 * @param elapsed how long it took so far, without the pauses in between
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record KeptRun(
        RunRecord record, PlainSpace space, List<TrialRecord> trials, List<String> faults, Duration elapsed) {

    /** Creates a run. */
    public KeptRun {
        trials = List.copyOf(trials);
        faults = List.copyOf(faults);
    }

    static KeptRun of(RunRecord record, StoredStudy stored) {
        PlainSpace space = space(record.header());
        List<String> faults = new ArrayList<>();
        List<TrialRecord> trials = trials(TrialMapping.of(record.header(), space), stored, faults);
        return new KeptRun(record, space, trials, faults, Elapsed.total(Elapsed.parts(stored)));
    }

    /** Returns the trials that can be read; empty if the space cannot. */
    static Optional<List<TrialRecord>> trials(RunHeader run, StoredStudy stored) {
        try {
            return Optional.of(trials(TrialMapping.of(run, space(run)), stored, new ArrayList<>()));
        } catch (StorageException e) {
            return Optional.empty();
        }
    }

    private static List<TrialRecord> trials(TrialMapping mapping, StoredStudy stored, List<String> faults) {
        List<TrialRecord> trials = new ArrayList<>();
        for (StoredTrial trial : stored.trials()) {
            try {
                TrialRecord recorded = mapping.record(trial);
                trials.add(recorded);
                mapping.fault(trial, recorded).ifPresent(faults::add);
            } catch (StorageException e) {
                faults.add(String.valueOf(e.getMessage()));
            }
        }
        return trials;
    }

    private static PlainSpace space(RunHeader header) {
        try {
            return header.space()
                    .space()
                    .orElseThrow(() -> new StorageException(
                            "run " + header.id() + ": hpo:space must be there to read it without its classes"));
        } catch (IllegalArgumentException e) {
            throw new StorageException("run " + header.id() + ": hpo:space: " + e.getMessage(), e);
        }
    }
}
