// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import dev.hpo.retest.RetestVerdict.Outcome;
import dev.hpo.storage.RunRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The re-tests of one accepted configuration that a storage has.
 *
 * @param finished those that came to their end, the oldest first: at most the last {@value #MOST}
 * @see Retest#earlier
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record EarlierRetests(List<Earlier> finished) {

    /** How many are looked at: what was long before says little, and reading it takes time. */
    public static final int MOST = 100;

    /** Creates re-tests. */
    public EarlierRetests {
        finished = List.copyOf(finished);
    }

    /**
     * Returns what has come of the last of them, by what matters now; empty if there is none. One that came to its end before anything was clear, as by a fault of the study, or
     * by what mattered then, says nothing.
     */
    public Optional<RetestVerdict> last() {
        return finished.stream()
                .map(Earlier::verdict)
                .filter(verdict -> verdict.outcome() != Outcome.OPEN)
                .reduce((earlier, later) -> later);
    }

    /**
     * Returns since when what was accepted is known not to be what it was: when the first of the failed re-tests began that came after the last passed one. What was searched before
     * may be what has failed. Empty if the last of those that say anything has passed, or if there is none.
     */
    public Optional<Instant> refuted() {
        Optional<Instant> since = Optional.empty();
        for (Earlier each : finished) {
            if (each.verdict.outcome() == Outcome.PASSED) {
                since = Optional.empty();
            } else if (each.verdict.isWorse() && since.isEmpty()) {
                since = Optional.of(each.run.header().createdAt());
            }
        }
        return since;
    }

    /** Returns the last ones of a list that count. */
    static <E> List<E> last(List<E> all) {
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    /**
     * A re-test that came to its end.
     *
     * @param run which it was
     * @param verdict what has come of it, by what matters now
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Earlier(RunRecord run, RetestVerdict verdict) {}
}
