// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import java.io.Serial;

/** Throws something else when it is asked for its text. */
final class Speechless extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Throwable fault;

    Speechless(Throwable fault) {
        this.fault = fault;
    }

    @Override
    public String getMessage() {
        if (fault instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) fault;
    }
}
