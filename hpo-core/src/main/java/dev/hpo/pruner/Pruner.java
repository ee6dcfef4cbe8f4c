// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Judges after each intermediate value whether a trial is worth going on with.
 *
 * <p>A pruner is a function, as a sampler is: the same arguments give the same verdict. It must be safe for use by several
 * threads.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface Pruner {

    /**
     * Judges a running trial.
     *
     * @param judged the trial, and what there is to know
     */
    Verdict judge(Case judged);
}
