// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is optimised: code that takes a configuration and reports how good it is.
 *
 * @param <T> the configuration type
 */
@FunctionalInterface
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface Objective<T> {

    /**
     * Runs one trial.
     *
     * @param config what to try
     * @param trial takes the results
     * @throws Exception if the trial fails; the study goes on
     */
    void run(T config, Trial trial) throws Exception;
}
