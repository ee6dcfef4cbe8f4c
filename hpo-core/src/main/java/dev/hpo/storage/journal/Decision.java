// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.Operation;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Decides what to append to a journal while nobody else can write to it. */
@FunctionalInterface
@API(status = Status.INTERNAL, since = "0.1")
public interface Decision {

    /**
     * Returns what to append, nothing if need be. It is to take no time, as everybody waits for it, and may be asked more than
     * once before something is written.
     *
     * @param present what the whole file comes to; not to be kept
     */
    List<Operation> decide(JournalState present);
}
