// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How much a study may do.
 *
 * @param trials how many trials there will be at most; {@link Integer#MAX_VALUE} without a limit. With {@code trainings}, as many as those, to plan with
 * @param parallelism how many trials may run at once; at least 1
 * @param trainings how many full trainings' worth of steps may be spent, whatever the number of trials; at least 1, empty if only trials count
 * @param steps the last step of a full training, where it is known beforehand; at least 1, empty if complete trials have to tell
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Budget(int trials, int parallelism, OptionalInt trainings, OptionalLong steps) {

    /** Creates a budget of trials alone. */
    public Budget(int trials, int parallelism) {
        this(trials, parallelism, OptionalInt.empty(), OptionalLong.empty());
    }
}
