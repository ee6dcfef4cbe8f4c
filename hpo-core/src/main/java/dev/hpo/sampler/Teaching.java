// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.trial.History;

/** Counts the trials from which something is or will be learned: those that count towards the budget and are not silent. */
final class Teaching {

    private Teaching() {}

    /** Returns how many have begun. */
    static int begun(History history) {
        return history.counted() - history.silent();
    }

    /** Returns how many have ended. */
    static int ended(History history) {
        return history.ended() - history.silent();
    }
}
