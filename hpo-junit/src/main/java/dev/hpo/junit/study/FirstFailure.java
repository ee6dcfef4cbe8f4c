// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.trial.History;

/** The first failure of a study, as an example of what went wrong. */
final class FirstFailure {

    private FirstFailure() {}

    /** Returns a line about it, to be put behind another text; empty if no trial has failed. */
    static String of(History history) {
        return history.trials().stream()
                .filter(trial -> trial.failure().isPresent())
                .findFirst()
                .map(trial -> "\n"
                        + named(
                                "trial " + trial.number(),
                                trial.failure().orElseThrow().message()))
                .orElse("");
    }

    /** Names the trial, unless the message does. */
    private static String named(String trial, String message) {
        return message.startsWith(trial) ? message : trial + ": " + message;
    }
}
