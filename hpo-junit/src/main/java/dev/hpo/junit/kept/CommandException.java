// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A command that cannot be done as it was given. Unlike a mistake in a test it can be thrown without JUnit. */
@API(status = Status.INTERNAL, since = "0.1")
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception with its message. */
    public CommandException(String message) {
        super(message, null, false, false);
    }

    /** Creates an exception with its message and the error behind it. */
    public CommandException(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
