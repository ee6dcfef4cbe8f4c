// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a run ended.
 *
 * @param kind whether there is anything left to do
 * @param reason why, for people: {@code all 50 trials are done}
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RunEnd(Kind kind, String reason) {

    /** Whether a run is done. */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public enum Kind {
        /** It came to its own end, such as that of its budget, or to a fault of the study. */
        FINISHED,
        /** It was stopped from outside, and can go on. A run without any end was, too. */
        INTERRUPTED
    }
}
