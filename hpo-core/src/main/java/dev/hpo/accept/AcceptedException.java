// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import java.io.Serial;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** Thrown when there is no accepted configuration that could be relied on. The message names the file, what is wrong with it, and what to do. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class AcceptedException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    private final Fault fault;

    /**
     * Creates an exception.
     *
     * @param fault what is wrong
     * @param message names the file, and says what to do
     */
    public AcceptedException(Fault fault, String message) {
        this(fault, message, null);
    }

    AcceptedException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /** Returns what is wrong. */
    public Fault fault() {
        return fault;
    }

    /** What can be wrong with an accepted configuration. */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public enum Fault {
        /** There is no file. */
        MISSING,
        /** It cannot be read, or not be written. */
        UNREACHABLE,
        /** It is as it was written, but no configuration of the search space, which has changed or was never its own. */
        INADMISSIBLE,
        /** Its values are of another metric than those of the test, or the other direction is better. */
        OTHER_METRIC,
        /** It has no evidence, as the {@code best.properties} of a study. */
        UNPROVEN,
        /** Its evidence is damaged, or was written for other values; or it is no text of a configuration at all. */
        DAMAGED,
        /** It is not to be replaced: it has what was accepted of another test, or something else than a configuration. */
        FOREIGN
    }
}
