// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Names one run of a study.
 *
 * @param series what it is counted with
 * @param number which run of the series, from 1
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RunId(RunSeries series, int number) {

    /** Creates a name, checking its number. */
    public RunId {
        if (number < 1) {
            throw new IllegalArgumentException("RunId.number (" + number + ") must be at least 1");
        }
    }

    /**
     * Names a search.
     *
     * @param study the name of the study
     * @param number which search of it, from 1
     */
    public RunId(String study, int number) {
        this(RunSeries.searches(study), number);
    }

    /** Returns the name of the study. */
    public String study() {
        return series.study();
    }

    /** Returns what its trials are for. */
    public RunKind kind() {
        return series.kind();
    }

    /** Returns the name for people and for other tools: {@code digits #3}, {@code digits #3 confirm}. */
    @Override
    public String toString() {
        return series.name(number);
    }
}
