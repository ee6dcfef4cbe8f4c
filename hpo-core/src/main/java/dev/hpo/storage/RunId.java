// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Names one run of a study.
 *
 * @param study the name of the study
 * @param number which run of it, from 1
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RunId(String study, int number) {

    /** Creates a name, checking its number. */
    public RunId {
        if (number < 1) {
            throw new IllegalArgumentException("RunId.number (" + number + ") must be at least 1");
        }
    }
}
