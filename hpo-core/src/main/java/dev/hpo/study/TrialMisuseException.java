// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Thrown when a trial is told something it must not be, such as a step backwards. A trial that still runs fails. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class TrialMisuseException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    TrialMisuseException(String message) {
        super(message);
    }
}
