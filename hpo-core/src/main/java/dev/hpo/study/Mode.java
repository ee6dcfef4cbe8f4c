// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How the trials of a study follow one another. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum Mode {
    /** One after the other. The same seed gives the same study. */
    SEQUENTIAL,

    /**
     * Several at once, each choosing with all that is known at that moment: no thread ever waits, and the study depends on how
     * fast the trials happen to be.
     */
    CONCURRENT,

    /**
     * Several at once, each choosing with exactly the results of the trials that are a window behind it: the same seed gives
     * the same study, whatever the number of threads and their speed. A thread waits when the trial a window behind is not
     * done.
     */
    ORDERED,

    /**
     * As {@link #CONCURRENT}, and in several processes, or studies, that share one run: whoever opens the study while it goes on takes
     * part in it. None runs a trial that another runs, all know the trials of all, and the budget is that of all. When one of them dies,
     * the others run its trials again within seconds.
     */
    JOINED
}
