// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A line that was read.
 *
 * @param operation what it does
 * @param worker who wrote it; empty if that was not read
 * @param fault what is wrong with it, if it does something all the same
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Line(Operation operation, String worker, Optional<String> fault) {

    /** Creates a sound line. */
    public Line(Operation operation, String worker) {
        this(operation, worker, Optional.empty());
    }
}
