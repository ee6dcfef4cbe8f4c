// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Thrown when a study cannot go on. The message names the part that is at fault and says what to change. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class StudyException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    StudyException(String message) {
        super(message);
    }

    StudyException(String message, Throwable cause) {
        super(message, cause);
    }
}
