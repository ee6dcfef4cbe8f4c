// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.numeric.SplitMix;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Of;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the values of trials are means of the same folds, as they must be to be compared. */
final class FoldCounts {

    private static final int NUMBERS = 3;

    private FoldCounts() {}

    /** Returns for people which complete trials have other folds than most; empty if none has, or if values are no means. */
    static Optional<String> text(StudyView view) {
        if (view.facts().aim().of() != Of.MEAN) {
            return Optional.empty();
        }
        Map<Folds, List<TrialRecord>> groups = groups(view.history());
        if (groups.size() < 2) {
            return Optional.empty();
        }
        Folds usual = groups.entrySet().stream()
                .max(Comparator.comparingInt(group -> group.getValue().size()))
                .orElseThrow()
                .getKey();
        List<Integer> others = groups.entrySet().stream()
                .filter(group -> !group.getKey().equals(usual))
                .flatMap(group -> group.getValue().stream())
                .map(TrialRecord::number)
                .sorted()
                .toList();
        String numbers = others.stream().limit(NUMBERS).map(String::valueOf).collect(Collectors.joining(", "));
        String more = others.size() > NUMBERS ? " and " + (others.size() - NUMBERS) + " more" : "";
        boolean isBest = view.history()
                .best(view.facts().direction())
                .filter(best -> others.contains(best.number()))
                .isPresent();
        return Optional.of((others.size() == 1 ? "trial " : "trials ") + numbers + more
                + (others.size() == 1 ? " has" : " have") + " other folds than the usual "
                + usual.count() + (isBest ? ", the best one too" : "")
                + ", so that their means do not compare; report the same ones in each");
    }

    /** Trials that reported no fold, or a final value beside them, have a value of their own. */
    private static Map<Folds, List<TrialRecord>> groups(History history) {
        return history.in(TrialState.COMPLETE).stream()
                .filter(FoldCounts::isMean)
                .collect(Collectors.groupingBy(
                        trial -> Folds.of(trial.observations()), LinkedHashMap::new, Collectors.toList()));
    }

    private static boolean isMean(TrialRecord trial) {
        return Of.MEAN.value(trial.progress(), Direction.MINIMIZE).equals(trial.value());
    }

    /** Which folds there are: how many, and a hash of their numbers, as there may be very many. */
    private record Folds(int count, long hash) {

        static Folds of(List<Observation> observations) {
            long hash = 0;
            for (Observation observation : observations) {
                hash = SplitMix.mix(hash, observation.step());
            }
            return new Folds(observations.size(), hash);
        }
    }
}
