// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Whether the members of a population wait for one another. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum Pace {
    /** A generation begins when all of the one before have ended, and all are compared. */
    SYNCHRONOUS,

    /**
     * A member goes on as soon as it has ended its segment, and is compared with the others as they were in the last generation to which half of them have come: none waits
     * for a slow one.
     */
    ASYNCHRONOUS
}
