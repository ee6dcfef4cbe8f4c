// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import dev.hpo.confirm.Sample;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.trial.Aim;
import java.time.LocalDate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What speaks for an accepted configuration.
 *
 * @param origin where it comes from
 * @param measure what its values are
 * @param fresh its runs that have chosen nothing, so that their values are not flattered
 * @param date when it was accepted
 * @param space the fingerprint of the search space then
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Evidence(Origin origin, Measure measure, Fresh fresh, LocalDate date, String space) {

    /** How many runs evidence is to rest on. */
    public static final int RUNS = 10;

    /** How many values it must rest on at least. */
    public static final int FEWEST = 5;

    /** Returns what its values are: {@code validation loss}. */
    public String metric() {
        return measure.metric();
    }

    /** Returns which values are better, and what intermediate ones come to. */
    public Aim aim() {
        return measure.aim();
    }

    /** Returns the values of its runs. */
    public Sample value() {
        return fresh.value();
    }

    /** Returns how many runs have ended without a value. */
    public int failures() {
        return fresh.failures();
    }

    /** Returns how many runs it rests on, those that have failed among them. */
    public int runs() {
        return value().size() + failures();
    }

    /** Returns whether values have a mean and a standard deviation that can be written down. */
    static boolean isFinite(Sample value) {
        return Double.isFinite(value.mean()) && Double.isFinite(value.standardDeviation());
    }

    /** Returns the same of another day. */
    Evidence on(LocalDate day) {
        return new Evidence(origin, measure, fresh, day, space);
    }

    /**
     * Where an accepted configuration comes from.
     *
     * @param search the search that has found it
     * @param trial the number of its trial there
     * @param searched the value that the search has found
     * @param seed the seed of the search
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Origin(RunId search, int trial, double searched, long seed) {

        /** Creates an origin. */
        public Origin {
            if (search.kind() != RunKind.SEARCH || trial < 0) {
                throw new IllegalArgumentException(
                        "Evidence.Origin (" + search + ", trial " + trial + ") must be a trial of a search");
            }
        }
    }

    /**
     * What values are.
     *
     * @param metric their name: {@code validation loss}
     * @param aim which of them are better, and what intermediate ones come to
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Measure(String metric, Aim aim) {}

    /**
     * Runs that have chosen nothing.
     *
     * @param value the values of those that have one
     * @param failures how many have none
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Fresh(Sample value, int failures) {

        /** Creates runs. */
        public Fresh {
            if (failures < 0) {
                throw new IllegalArgumentException("Evidence.Fresh.failures (" + failures + ") must be at least 0");
            }
            if (!isFinite(value)) {
                throw new IllegalArgumentException("Evidence.Fresh.value (" + value.values()
                        + ") must have a finite mean and standard deviation; its values are too large");
            }
        }
    }
}
