// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What changes from one proposal to the next, so that no single choice has to be right: where to search, what counts as promising,
 * and how losses are warped.
 *
 * <p>Trials with even numbers search the whole space with the confidence bound, which is the boldest; those with odd numbers search
 * the trust region with expected improvement and probability of improvement in turn. Warps take turns so that each of a cycle of
 * four trials has both of them in time, whichever of the four another sampler takes over.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Turn {

    static final String NOTE = "gp";
    static final String LOCAL = "region";
    private static final String GLOBAL = "space";

    private final int number;

    private Turn(int number) {
        this.number = number;
    }

    /** Returns the turn of a trial by its number. */
    public static Turn of(int number) {
        return new Turn(number);
    }

    /** Returns whether to search the trust region only. */
    boolean isLocal() {
        return number % 2 == 1;
    }

    /** Returns how to warp losses. */
    Warp warp() {
        return (number / 4 + number / 2) % 2 == 0 ? Warp.HALF_RANK_LOG : Warp.NONE;
    }

    /** Returns what counts as promising. */
    Acquisition acquisition() {
        if (!isLocal()) {
            return Acquisition.UCB;
        }
        return (number / 8 + number / 2) % 2 == 0 ? Acquisition.LOG_EI : Acquisition.LOG_PI;
    }

    /** Returns what to note with the trial. */
    public Map<String, String> notes() {
        return Map.of(NOTE, isLocal() ? LOCAL : GLOBAL);
    }
}
