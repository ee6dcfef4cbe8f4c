// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.trial.TrialRecord;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The configuration to take, by runs that were made after the search.
 *
 * @param trial its trial in the search
 * @param searched the value that the search has found for it
 * @param repeats what its runs came to
 * @param start what those of the start configuration came to; empty if there is none, if none of them has a value, or if it is this one
 * @param gain how much better than the start it is, in the metric's unit: above 0 if it is better, whichever values are
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record ConfirmedBest(
        TrialRecord trial, double searched, Repeats repeats, Optional<Repeats> start, Optional<Estimate> gain) {

    /** Returns its value: the mean of its runs. */
    public double value() {
        return repeats.mean().value();
    }
}
