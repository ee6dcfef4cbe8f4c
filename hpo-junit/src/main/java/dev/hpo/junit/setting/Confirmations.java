// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import dev.hpo.confirm.ConfirmPlan;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How what a search has found is confirmed.
 *
 * @param top how many leading configurations are compared; empty for as many as usual
 * @param repeats how many runs the values that are told rest on
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Confirmations(OptionalInt top, int repeats) {

    /**
     * Returns the plan for a search.
     *
     * @param complete how many complete trials it has
     */
    public ConfirmPlan plan(int complete) {
        return new ConfirmPlan(top.orElseGet(() -> ConfirmPlan.of(complete).top()), repeats);
    }

    /** Returns how many runs there are at most, whatever the search finds. */
    public int mostRuns() {
        int compared = top.orElse(ConfirmPlan.TOP);
        return new ConfirmPlan(compared, repeats).runs(compared, true);
    }
}
