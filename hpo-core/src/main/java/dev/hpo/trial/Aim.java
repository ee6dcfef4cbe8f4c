// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the trials of a study are to reach.
 *
 * @param direction which values are better
 * @param of what intermediate values come to
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Aim(Direction direction, Of of) {

    /** Returns the aim of a study that takes the last values. */
    public static Aim last(Direction direction) {
        return new Aim(direction, Of.LAST);
    }

    /** Returns what the first intermediate values of a trial come to, as {@link Of#value(Progress, int, Direction)} does. */
    public OptionalDouble value(Progress progress, int reports) {
        return of.value(progress, reports, direction);
    }
}
