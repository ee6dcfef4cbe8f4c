// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

/** What exceptions say. One can itself throw when it is asked, or overflow the stack: then there is its type. */
final class FaultText {

    private FaultText() {}

    /** Returns the message. */
    static String message(Throwable cause) {
        try {
            return String.valueOf(cause.getMessage());
        } catch (RuntimeException | Error e) {
            return cause.getClass().getName();
        }
    }

    /** Returns the type and the message. */
    static String of(Throwable cause) {
        try {
            return cause.toString();
        } catch (RuntimeException | Error e) {
            return cause.getClass().getName();
        }
    }
}
