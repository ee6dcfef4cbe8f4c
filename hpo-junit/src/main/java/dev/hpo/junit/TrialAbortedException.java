// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.space.VisibleText;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.opentest4j.TestAbortedException;

/** Ends an invocation whose trial was pruned or has failed: JUnit counts it as aborted, with the reason. */
@API(status = Status.INTERNAL, since = "0.1")
public final class TrialAbortedException extends TestAbortedException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception for a trial that ended with a reason, and without a fault. */
    public TrialAbortedException(String message) {
        super(VisibleText.lines(message));
    }

    /** Creates an exception for a trial that threw something. */
    public TrialAbortedException(String message, Throwable cause) {
        super(VisibleText.lines(message), VisibleFault.of(cause));
    }

    /** Where it is thrown says nothing; the cause has the trace of the fault. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
