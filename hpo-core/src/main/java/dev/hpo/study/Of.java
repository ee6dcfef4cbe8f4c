// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Which of a trial's intermediate values counts when no final one was reported. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum Of {
    /** The last one: what the trial ended with. */
    LAST,

    /**
     * The best one: for training that keeps the best state it has seen. Choosing the best of many noisy values looks better
     * than it is, the more so the more values there are.
     */
    BEST
}
