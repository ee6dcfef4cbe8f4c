// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Thrown out of a trial that is stopped as hopeless. Let it pass: it ends the trial's body. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class TrialPrunedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** It carries no stack trace: it says nothing of a fault. */
    TrialPrunedException(String reason) {
        super(reason, null, false, false);
    }
}
