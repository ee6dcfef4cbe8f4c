// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Thrown when a thread asks for a trial that can begin only once another has ended which this very thread runs, or which a thread runs that waits for
 * it. The study is as it was: another thread can ask, or this one when it has told its trial.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class SelfWaitException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SelfWaitException(Thread thread, int trial) {
        super("the thread that asks (" + thread.getName() + ") must not run trial " + trial
                + ", since it would wait for itself; tell that trial first");
    }
}
