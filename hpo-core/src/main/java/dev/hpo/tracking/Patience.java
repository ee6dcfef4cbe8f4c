// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking;

import java.time.Duration;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * For how long the end of a study waits for another tool.
 *
 * @param silence while nothing comes to it
 * @param most in all, however much comes to it
 * @param last after that, for the end of the study to come to it
 * @param pause for how long a tool that was away is left alone while trials run
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Patience(Duration silence, Duration most, Duration last, Duration pause) {

    /** As it usually is. */
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofSeconds(30));
}
