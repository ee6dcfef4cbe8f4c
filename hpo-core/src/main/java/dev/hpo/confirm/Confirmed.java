// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import dev.hpo.trial.Direction;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a confirmation has found. Its values are of runs that have chosen nothing.
 *
 * @param winner the configuration to take
 * @param value the values of its runs
 * @param start those of the start configuration; empty if there is none, if all of its runs failed, or if it is the winner
 * @param failures how many of the winner's runs have failed, as those of a configuration that diverges with one seed in three; its value is the mean of the others
 * @param direction which values are better
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Confirmed(Contender winner, Sample value, Optional<Sample> start, int failures, Direction direction) {

    /**
     * Returns how much better the winner is than the start configuration, in the metric's unit: above 0 if it is better, whichever values are.
     *
     * @param confidence how often such intervals cover it, between 0 and 1
     */
    public Optional<Interval> gain(double confidence) {
        return start.map(worse -> {
            Interval lead = value.lead(worse, confidence);
            return direction == Direction.MAXIMIZE ? lead : lead.negated();
        });
    }

    /** Returns by how much the search has flattered the winner, in the metric's unit: above 0 if its runs since are worse. */
    public double flattery() {
        return direction.asLoss(value.mean()) - direction.asLoss(winner.searched());
    }
}
