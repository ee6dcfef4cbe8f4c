// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.Times;
import dev.hpo.storage.journal.lock.LockTiming;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a journal is read and written.
 *
 * @param following what of it is read
 * @param times how times are written
 * @param timing how long a lock is left to a process that cannot be asked whether it lives
 */
@API(status = Status.INTERNAL, since = "0.1")
public record JournalSettings(Following following, Times times, LockTiming timing) {

    /** Returns the usual settings. */
    public static JournalSettings of(Following following) {
        return new JournalSettings(following, Times.UTC, LockTiming.OPTUNA);
    }

    JournalSettings withFollowing(Following other) {
        return new JournalSettings(other, times, timing);
    }
}
