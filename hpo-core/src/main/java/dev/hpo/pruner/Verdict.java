// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a pruner thinks of a trial. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public sealed interface Verdict {

    /** The trial goes on. */
    Verdict KEEP = new Keep();

    /** The trial goes on. */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Keep() implements Verdict {}

    /**
     * The trial is hopeless and ends here.
     *
     * @param reason why, for people, in one line
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Stop(String reason) implements Verdict {}

    /**
     * The trial ends here for the time being, and a sampler may go on with it later. It is done only if the trial has something in its checkpoint to
     * go on from, and the sampler of the study is one that goes on with paused trials at all; else the trial goes on.
     *
     * @param reason why, for people, in one line
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Pause(String reason) implements Verdict {}
}
