// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.encoding.Table;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What changes from one proposal to the next, so that no single choice has to be right: where to search, what counts as promising,
 * and how losses are warped.
 *
 * <p>Every third proposal searches the whole space, the others the trust region. What is promising is the expected improvement, and
 * in one of eight turns the confidence bound in the space or the probability of improvement in the region. Warps take turns so that
 * each of these has both of them equally often over {@value #PERIOD} proposals; the confidence bound, which comes once in 24, meets the
 * second one late. Only proposals of the Gaussian process are counted, so that none of this is in step with
 * a sampler that takes over some of the trials.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Turn {

    static final String NOTE = "gp";
    static final String LOCAL = "region";
    private static final String GLOBAL = "space";

    /** Of so many proposals one searches the whole space. */
    private static final int SEARCHES = 3;

    /** After so many proposals all begins again. */
    static final int PERIOD = 192;

    /** Of so many turns one is not for the expected improvement. */
    private static final int CYCLE = 8;

    private final int proposals;

    private Turn(int proposals) {
        this.proposals = proposals;
    }

    /** Returns the turn that is next, after the proposals in a table. */
    public static Turn after(Table table) {
        return of((int) table.rows().stream()
                .filter(row -> !row.note(NOTE).isEmpty() && !row.trial().isPromotion())
                .count());
    }

    /** Returns the turn that is next after so many proposals. */
    static Turn of(int proposals) {
        return new Turn(proposals);
    }

    /** Returns whether to search the trust region only. */
    boolean isLocal() {
        return proposals % SEARCHES != 0;
    }

    /** Returns how to warp losses. */
    Warp warp() {
        return (proposals / 4 + proposals / 2) % 2 == 0 ? Warp.HALF_RANK_LOG : Warp.NONE;
    }

    /** Returns what counts as promising. */
    Acquisition acquisition() {
        // At another place in every cycle, or it would always meet the same warp.
        boolean isOther = (proposals + proposals / CYCLE) % CYCLE == CYCLE - 1;
        if (!isOther) {
            return Acquisition.LOG_EI;
        }
        return isLocal() ? Acquisition.LOG_PI : Acquisition.UCB;
    }

    /** Returns what to note with a trial that is drawn from the whole space, as nothing was found. */
    public static Map<String, String> notesOfDraw() {
        return Map.of(NOTE, GLOBAL);
    }

    /** Returns what to note with the trial. */
    public Map<String, String> notes() {
        return Map.of(NOTE, isLocal() ? LOCAL : GLOBAL);
    }
}
