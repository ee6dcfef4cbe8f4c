// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.launch;

import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Something that the end of the process cuts short. */
@API(status = Status.INTERNAL, since = "0.1")
public interface Unfinished {

    /**
     * Lets others go on with it, at once: without waiting for anything that may take long.
     *
     * @param reason why, for people
     */
    void letGo(String reason);

    /**
     * Saves what there is.
     *
     * @param printed takes what is to be printed: at once, as saving may take long, and again if more is known by then, in place of the former
     * @throws InterruptedException if this thread is interrupted
     */
    void finish(Consumer<String> printed) throws InterruptedException;
}
