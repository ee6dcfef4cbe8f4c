// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Thrown when a storage cannot keep or read something. The message names the place and says what to do. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception with its message. */
    public StorageException(String message) {
        super(message);
    }

    /** Creates an exception with its message and the error behind it. */
    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
