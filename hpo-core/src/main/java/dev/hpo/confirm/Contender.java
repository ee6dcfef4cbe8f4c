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
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A configuration of a search that may be its best.
 *
 * @param trial the number of its trial in the search
 * @param configuration what it is
 * @param searched the value that the search has found; the mean, where it has tried the configuration more than once
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Contender(int trial, Configuration configuration, double searched) {

    /**
     * Returns the leading configurations of a search, the best first; of those with equal values the earlier one is ahead. A configuration that was tried more than once is known
     * by its first trial.
     *
     * @param search the trials of the search
     * @param direction which values are better
     * @param most how many there are at most
     */
    public static List<Contender> of(History search, Direction direction, int most) {
        Map<Configuration, List<TrialRecord>> tried = search.in(TrialState.COMPLETE).stream()
                .collect(Collectors.groupingBy(TrialRecord::configuration, LinkedHashMap::new, Collectors.toList()));
        return tried.values().stream()
                .map(Contender::of)
                .sorted(Comparator.comparingDouble((Contender contender) -> direction.asLoss(contender.searched))
                        .thenComparingInt(Contender::trial))
                .limit(most)
                .toList();
    }

    private static Contender of(List<TrialRecord> same) {
        TrialRecord first = same.get(0);
        double mean = same.stream()
                .mapToDouble(trial -> trial.value().orElseThrow())
                .average()
                .orElseThrow();
        return new Contender(first.number(), first.configuration(), mean);
    }
}
