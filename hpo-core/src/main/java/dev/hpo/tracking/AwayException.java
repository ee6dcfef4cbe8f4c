// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking;

import java.io.IOException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A tool does not answer, or says that it is busy: later it may be there again. */
@API(status = Status.INTERNAL, since = "0.1")
public final class AwayException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception. */
    public AwayException(String message) {
        super(message);
    }

    /** Creates an exception. */
    public AwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
