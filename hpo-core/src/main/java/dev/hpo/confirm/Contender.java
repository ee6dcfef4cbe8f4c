// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import dev.hpo.space.Configuration;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A configuration of a search that may be its best.
 *
 * @param trial the number of its trial in the search
 * @param configuration what it is
 * @param searched the value that the search has found
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Contender(int trial, Configuration configuration, double searched) {

    /**
     * Returns the leading configurations of a search, the best first. Of trials with the same configuration the best one counts, and of trials with equal values the
     * earlier one is ahead.
     *
     * @param search the trials of the search
     * @param direction which values are better
     * @param most how many there are at most
     */
    public static List<Contender> of(History search, Direction direction, int most) {
        Map<Configuration, Contender> leading = new LinkedHashMap<>();
        search.in(TrialState.COMPLETE).stream()
                .map(Contender::of)
                .sorted(Comparator.comparingDouble((Contender contender) -> direction.asLoss(contender.searched))
                        .thenComparingInt(Contender::trial))
                .forEach(contender -> leading.putIfAbsent(contender.configuration, contender));
        return leading.values().stream().limit(most).toList();
    }

    private static Contender of(TrialRecord trial) {
        return new Contender(
                trial.number(), trial.configuration(), trial.value().orElseThrow());
    }
}
