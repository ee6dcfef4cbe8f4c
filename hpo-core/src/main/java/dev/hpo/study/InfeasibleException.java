// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Thrown out of a trial that has found its configuration infeasible. Let it pass: it ends the trial's body. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class InfeasibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** It carries no stack trace: it says nothing of a fault. */
    InfeasibleException(String reason) {
        super(reason, null, false, false);
    }
}
