// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Why a trial failed.
 *
 * @param kind what went wrong, for programs
 * @param message what went wrong, for people; of an exception its type and whole message, which can have many lines
 * @param trace the stack trace of the fault in the user's code; empty if there was none
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Failure(Kind kind, String message, String trace) {

    /** Returns a failure without a stack trace. */
    public static Failure of(Kind kind, String message) {
        return new Failure(kind, message, "");
    }

    /** Returns whether the test is at fault, whatever the configuration: a report was missing, or made in a way it must not. */
    public boolean isMistake() {
        return kind == Kind.NO_REPORT || kind == Kind.MISUSE;
    }

    /** What can go wrong with a trial. */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public enum Kind {
        /** The configuration type's constructor rejected the values; the trial was never run. */
        REJECTED,
        /** The trial itself found its configuration infeasible. */
        INFEASIBLE,
        /** The trial threw an exception or an error, an assertion error among them. */
        EXCEPTION,
        /** The objective value was NaN or infinite. */
        NOT_FINITE,
        /** The trial returned without reporting any value. */
        NO_REPORT,
        /** The trial reported in a way it must not, such as a step backwards. */
        MISUSE,
        /** The trial ran longer than it was allowed to. */
        TIMEOUT,
        /** The body of the trial was interrupted. */
        INTERRUPTED,
        /** The process that ran the trial died, as did those of its further attempts. */
        LOST,
        /** The configuration, which another tool chose, is none of the search space, or what is kept of it is damaged. */
        OUTSIDE,
        /** The trial was queued, and a later run has taken it; it was never run here. */
        MOVED,
        /** A later version of this library wrote down what went wrong, in a way that this one does not know. */
        UNKNOWN
    }
}
