// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import java.io.IOException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Thrown when a line is none of a journal. The message says what is wrong, and names neither file nor number. */
@API(status = Status.INTERNAL, since = "0.1")
public final class LineException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean isBroken;

    private LineException(String message, boolean isBroken) {
        super(message);
        this.isBroken = isBroken;
    }

    /** Returns the error of a line that is no object of JSON: torn, or written over. No version of Optuna could read it. */
    static LineException broken(String message) {
        return new LineException(message, true);
    }

    /** Returns the error of a line in JSON with something in it that must not be there. */
    static LineException wrong(String message) {
        return new LineException(message, false);
    }

    /** Returns whether the line is no object of JSON. */
    public boolean isBroken() {
        return isBroken;
    }
}
