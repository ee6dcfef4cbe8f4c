// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.lock;

import java.time.Duration;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How long a lock must not have been touched before it is taken away from a process that cannot be asked whether it lives.
 *
 * @param grace that time; Optuna's is the one of {@link #OPTUNA}
 */
@API(status = Status.INTERNAL, since = "0.1")
public record LockTiming(Duration grace) {

    /** Thirty seconds, the same as Optuna, with which they must agree. */
    public static final LockTiming OPTUNA = new LockTiming(Duration.ofSeconds(30));

    long graceNanos() {
        return grace.toNanos();
    }
}
