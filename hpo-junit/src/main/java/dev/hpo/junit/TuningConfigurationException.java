// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.space.VisibleText;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Thrown when a tuning test is declared, configured or used in a way it must not be. The message says what to change; there is no
 * stack trace, since the mistake is not where the exception is made.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class TuningConfigurationException extends ExtensionConfigurationException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception with its message. */
    public TuningConfigurationException(String message) {
        super(VisibleText.lines(message));
    }

    /** Creates an exception with its message and the error behind it. */
    public TuningConfigurationException(String message, Throwable cause) {
        super(VisibleText.lines(message), VisibleFault.of(cause));
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
