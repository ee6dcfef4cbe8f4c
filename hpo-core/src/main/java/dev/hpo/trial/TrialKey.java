// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Names one attempt at one trial of a run. A trial whose process dies is tried again under its number, with its configuration and its seed.
 *
 * @param number the trial's place in the study, from 0
 * @param attempt how many attempts came before, so 0 in the usual case
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record TrialKey(int number, int attempt) {

    /** Creates a key, checking that nothing in it is below 0. */
    public TrialKey {
        if (number < 0 || attempt < 0) {
            throw new IllegalArgumentException(
                    "TrialKey (" + number + ", attempt " + attempt + ") must have no number below 0");
        }
    }

    /** Returns the key of the next attempt at the same trial. */
    public TrialKey next() {
        return new TrialKey(number, attempt + 1);
    }

    @Override
    public String toString() {
        return "trial " + number + (attempt == 0 ? "" : ", attempt " + attempt);
    }
}
