// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Thrown when a journal cannot be read or written. The message names the file and says what to do. */
@API(status = Status.INTERNAL, since = "0.1")
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalException(String message) {
        super(message);
    }

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
