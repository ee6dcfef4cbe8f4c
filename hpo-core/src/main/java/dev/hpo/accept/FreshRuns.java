// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import dev.hpo.confirm.Confirmed;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Runs of one configuration that have chosen nothing.
 *
 * @param values the values of those that have one
 * @param failures how many have none
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record FreshRuns(List<Double> values, int failures) {

    /** None. */
    public static final FreshRuns NONE = new FreshRuns(List.of(), 0);

    /** Creates runs. */
    public FreshRuns {
        values = List.copyOf(values);
    }

    /** Returns those that a confirmation has made of its winner. */
    public static FreshRuns of(Confirmed confirmed) {
        return new FreshRuns(confirmed.value().values(), confirmed.failures());
    }

    /** Returns how many there are. */
    int count() {
        return values.size() + failures;
    }

    /** Returns these and others. */
    FreshRuns with(FreshRuns more) {
        return new FreshRuns(
                Stream.concat(values.stream(), more.values.stream()).toList(), failures + more.failures);
    }
}
