// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.Configuration;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a study before the present one has found: its complete trials, in the present search space.
 *
 * <p>Its values may be shifted or stretched against the present ones, as on other data, and may even be of no use: only the
 * order among them is a hint.
 *
 * @param name the study and its run, for people: {@code digits, run 3}
 * @param direction which of its values are better
 * @param results its complete trials that fit the present space, in the order of their numbers
 * @param dropped how many complete trials do not fit the present space
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record EarlierStudy(String name, Direction direction, List<Result> results, int dropped) {

    /** Creates an earlier study. */
    public EarlierStudy {
        results = List.copyOf(results);
    }

    /**
     * A complete trial.
     *
     * @param configuration what it tried, fitting the present space
     * @param value its objective value; finite
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Result(Configuration configuration, double value) {}

    /** Returns one line for people: {@code 48 trials of digits, run 3; 2 left out, outside the present space}. */
    public String describe() {
        String left = dropped == 0 ? "" : "; " + dropped + " left out, outside the present space";
        return results.size() + (results.size() == 1 ? " trial of " : " trials of ") + name + left;
    }
}
