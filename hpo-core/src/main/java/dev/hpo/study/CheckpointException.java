// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Thrown when a trial asks for its checkpoint and the directory cannot be made. The trial fails unless it catches it. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class CheckpointException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
