// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What runs of one configuration came to that have chosen nothing.
 *
 * @param complete how many have a value; at least 1
 * @param failed how many have none
 * @param mean the mean of the values
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Repeats(int complete, int failed, Estimate mean) {

    /** Returns how many there are, with those that failed: {@code 5 runs}, or {@code 4 of 5 runs}. */
    String count() {
        String all = Figures.count(complete + failed, "run");
        return failed == 0 ? all : complete + " of " + all;
    }
}
