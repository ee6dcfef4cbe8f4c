// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.space.Space;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.function.IntFunction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Keeps the runs of studies and their trials.
 *
 * <p>What {@link #put} has returned from is kept: it survives the end of the process, however that comes, unless the storage
 * is one in memory. A storage is safe for use by several threads and gives back exactly what it was given.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface Storage extends AutoCloseable {

    /**
     * Begins a new run of a study, numbered one above the last, or 1.
     *
     * @param study the name of the study
     * @param header makes the header from the number of the run
     * @return the header
     * @throws StorageException if it cannot be kept
     */
    RunHeader begin(String study, IntFunction<RunHeader> header);

    /**
     * Keeps a trial as it stands; called when it begins and when it ends, and perhaps in between.
     *
     * @param run a run that this storage knows
     * @param trial replaces what was kept of the trial of its number
     * @throws StorageException if it cannot be kept, or if what was kept is a finished trial
     */
    void put(RunId run, TrialRecord trial);

    /**
     * Returns the runs of a study by rising number, the last one last; empty if there are none.
     *
     * @throws StorageException if they cannot be read
     */
    List<RunHeader> runs(String study);

    /**
     * Returns the trials of a run by rising number.
     *
     * @param run a run that this storage knows
     * @param space the search space, which knows the types of the values
     * @throws StorageException if they cannot be read, or if a configuration does not fit the space
     */
    List<TrialRecord> trials(RunId run, Space<?> space);

    /** Releases what this storage holds open; it is not to be used afterwards. */
    @Override
    void close();
}
