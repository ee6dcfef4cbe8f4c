// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is known of a run at one moment, beside its trials.
 *
 * @param header what it began with
 * @param end how it ended, the last time that it did; empty if it goes on, or if its process died
 * @param isHeld whether a process that lives goes on with it
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RunRecord(RunHeader header, Optional<RunEnd> end, boolean isHeld) {

    /** Returns which run it is. */
    public RunId id() {
        return header.id();
    }

    /** Returns whether it came to its own end. */
    public boolean isFinished() {
        return end.filter(last -> last.kind() == RunEnd.Kind.FINISHED).isPresent();
    }
}
