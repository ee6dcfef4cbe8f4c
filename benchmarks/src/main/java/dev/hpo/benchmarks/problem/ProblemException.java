// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Says what is wrong with a file that should hold a problem, in a line for people. */
@API(status = Status.INTERNAL, since = "0.1")
public final class ProblemException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception. */
    public ProblemException(String message) {
        super(message);
    }

    /** Creates an exception with a cause. */
    public ProblemException(String message, Throwable cause) {
        super(message, cause);
    }
}
