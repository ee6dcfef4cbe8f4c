// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.space.VisibleText;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Thrown when a study does not come out as its test demands. There is no stack trace, since no line of code is at fault. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class TuningFailedError extends AssertionError {

    private static final long serialVersionUID = 1L;

    /** Creates an error with its message. */
    public TuningFailedError(String message) {
        super(VisibleText.lines(message));
    }

    /** Creates an error with its message and the error behind it. */
    public TuningFailedError(String message, Throwable cause) {
        super(VisibleText.lines(message), VisibleFault.of(cause));
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
