// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import java.io.IOException;

/** What a server answers that does not do what it was asked to. */
final class MlflowFault extends IOException {

    private static final long serialVersionUID = 1L;

    private final String code;

    MlflowFault(int status, String code, String message) {
        super("it answers with HTTP " + status + (message.isEmpty() ? "" : ": " + message));
        this.code = code;
    }

    /** Returns whether this is what MLflow calls it, such as {@code RESOURCE_DOES_NOT_EXIST}. */
    boolean is(String name) {
        return code.equals(name);
    }
}
