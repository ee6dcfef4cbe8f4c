// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

/** Thrown when a configuration, or the text of one, does not fit its search space. The message says what to change. */
public final class ConfigurationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception with its message. */
    public ConfigurationException(String message) {
        super(message);
    }

    /** Creates an exception with its message and the error behind it. */
    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
