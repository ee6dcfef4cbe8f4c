// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.space.Space;
import dev.hpo.trial.Projection;
import dev.hpo.trial.TrialRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Keeps the runs of studies and their trials.
 *
 * <p>What a method has returned from is kept: it survives the end of the process, however that comes, unless the storage
 * is one in memory. A storage is safe for use by several threads and gives back exactly what it was given.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface Storage extends AutoCloseable {

    /**
     * Begins a new run, numbered one above the last of its series, or 1, and holds it. A search takes over the trials that are queued in
     * the search before it, unless somebody who lives holds that one: they are queued in the new run and end in the old one as moved.
     *
     * @param series what it is counted with
     * @param space the search space, which knows the types of the values
     * @param header makes the header from the name of the run
     * @throws StorageException if it cannot be kept
     */
    RunStore begin(RunSeries series, Space<?> space, Function<RunId, RunHeader> header);

    /**
     * Begins the run that a header names, and holds it, unless somebody else was faster.
     *
     * @param header of a run whose number is above those of all runs that are known
     * @param space the search space, which knows the types of the values
     * @return the run; empty if its series has one of this number, or of a higher one
     * @throws StorageException if it cannot be kept
     */
    Optional<RunStore> begin(RunHeader header, Space<?> space);

    /**
     * Goes on with a run that nobody holds, and holds it from now on.
     *
     * @param space the search space of the run
     * @return the run; empty if somebody who lives holds it
     * @throws StorageException if there is no such run, or it cannot be read
     */
    Optional<RunStore> resume(RunId run, Space<?> space);

    /**
     * Goes on with a run beside others who may hold it.
     *
     * @param space the search space of the run
     * @throws StorageException if there is no such run, or it cannot be read
     */
    RunStore join(RunId run, Space<?> space);

    /**
     * Returns the runs of a study: first the searches and then the others, by rising number; empty if there are none.
     *
     * @throws StorageException if they cannot be read
     */
    List<RunRecord> runs(String study);

    /**
     * Returns the runs as {@link #runs} does, for somebody who is about to go on with one. Whether those live who hold one is found out, also
     * where that takes some seconds; {@link #runs} takes them to live as long as it is not known.
     *
     * @throws StorageException if they cannot be read
     */
    default List<RunRecord> watched(String study) {
        return runs(study);
    }

    /**
     * Returns the trials of a run by rising number.
     *
     * @param run a run that this storage knows
     * @param space the search space, which knows the types of the values
     * @throws StorageException if they cannot be read, or if a configuration does not fit the space
     */
    List<TrialRecord> trials(RunId run, Space<?> space);

    /**
     * Returns the complete trials of a run as they were stored, whatever their space, by rising number: what others can learn from. Those that set out from another one's checkpoint
     * are left out, as their values are not those of their configurations alone.
     *
     * @param run a run that this storage knows
     * @throws StorageException if they cannot be read
     */
    List<Projection.Stored> complete(RunId run);

    /**
     * Returns the trials of several runs by rising number, as far as they can be read, each in the search space that was kept with its run, whatever the present one. Their
     * intermediate values may be left out. A storage for which it takes long to look for one run reads them all in one go.
     *
     * @param runs what they began with
     * @return the trials by run; without runs that are there no more, and those whose space cannot be read
     * @throws StorageException if they cannot be read
     */
    Map<RunId, List<TrialRecord>> outcomes(List<RunHeader> runs);

    /**
     * Returns which trials whoever went on with a run last has run: their numbers by those of its invocations, as far as it gave them.
     *
     * @param run a run that this storage knows
     * @throws StorageException if they cannot be read
     */
    Map<Integer, Integer> invocations(RunId run);

    /**
     * Returns how long a run took, all its parts together, as far as it was written down.
     *
     * @param run a run that this storage knows
     * @throws StorageException if it cannot be read
     */
    Duration elapsed(RunId run);

    /**
     * Returns where trials may keep what they can go on from: a directory that survives the process, be it there or not. Empty, as by default, if there is no
     * such place; then it is one for temporary files.
     */
    default Optional<Path> checkpoints() {
        return Optional.empty();
    }

    /** Releases what this storage holds open; it is not to be used afterwards. */
    @Override
    void close();
}
