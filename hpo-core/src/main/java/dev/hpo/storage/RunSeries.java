// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import java.util.Locale;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Runs that are counted together: the searches of a study, or the confirmations or the re-tests of one search.
 *
 * @param study the name of the study
 * @param kind what the runs are for
 * @param search the number of the search that they belong to; empty exactly for searches
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RunSeries(String study, RunKind kind, OptionalInt search) {

    /** Creates a series, checking that it belongs to a search exactly if it is none itself. */
    public RunSeries {
        if (search.isPresent() == (kind == RunKind.SEARCH)) {
            throw new IllegalArgumentException("RunSeries.search (" + search + ") must be present exactly if the kind ("
                    + kind + ") is not SEARCH");
        }
    }

    /** Returns the searches of a study. */
    public static RunSeries searches(String study) {
        return new RunSeries(study, RunKind.SEARCH, OptionalInt.empty());
    }

    /** Returns the confirmations or re-tests of a search. */
    public static RunSeries of(RunKind kind, RunId search) {
        return new RunSeries(search.study(), kind, OptionalInt.of(search.number()));
    }

    /** Returns the name of a run: {@code digits #3}, {@code digits #3 confirm}, {@code digits #3 confirm 2}. */
    String name(int number) {
        if (search.isEmpty()) {
            return study + " #" + number;
        }
        String name = study + " #" + search.getAsInt() + " " + kind.name().toLowerCase(Locale.ROOT);
        return number == 1 ? name : name + " " + number;
    }
}
