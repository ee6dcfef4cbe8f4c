// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.analysis.Analysis;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Of;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to remark on the result of a study, in a sentence each. */
final class Remarks {

    private Remarks() {}

    /** Returns what nobody is to overlook. */
    static List<String> aloud(StudyView view) {
        List<String> remarks = new ArrayList<>();
        FailureShare.ofMost(view)
                .ifPresent(share -> remarks.add("MORE THAN HALF OF THE TRIALS FAILED: " + share + "."));
        if (view.best().isPresent()) {
            FailureShare.ofMistakes(view.history())
                    .ifPresent(mistakes -> remarks.add("MISTAKES OF THE TEST: trials that reported nothing, or in a way"
                            + " they must not: " + mistakes + "."));
        }
        return remarks;
    }

    /** Returns how many trials have the best value, if there are several. */
    static Optional<String> ties(StudyView view) {
        List<TrialRecord> ties = view.best().stream()
                .flatMap(best -> view.history().in(TrialState.COMPLETE).stream()
                        .filter(trial -> trial.value().equals(best.value())))
                .toList();
        return ties.size() < 2
                ? Optional.empty()
                : Optional.of(Figures.count(ties.size(), "trial") + " have the best value ("
                        + FailureDigest.numbers(ties) + "); the first of them is shown");
    }

    /** Returns how many evaluations the best value rests on, and by how much it leads; empty without one. */
    static Optional<String> sureness(StudyView view) {
        return view.best().map(best -> {
            List<TrialRecord> complete = view.history().in(TrialState.COMPLETE);
            List<TrialRecord> same = complete.stream()
                    .filter(trial -> trial.configuration().equals(best.configuration()))
                    .toList();
            return evaluations(view, best, same) + chosenOf(complete.size()) + lead(view, best) + noise(complete);
        });
    }

    private static String evaluations(StudyView view, TrialRecord best, List<TrialRecord> same) {
        int folds = best.observations().size();
        boolean isMean = view.facts().aim().of() == Of.MEAN
                && folds > 1
                && Of.MEAN.value(best.progress(), view.facts().direction()).equals(best.value());
        String value = isMean
                ? "the best value is the mean of " + folds + " folds in one evaluation"
                : "the best value rests on one evaluation";
        return same.size() == 1
                ? value
                : value + ", though " + same.size() + " trials have its configuration (" + FailureDigest.numbers(same) + ")";
    }

    /** The more there are to choose from, the luckier is the best of them. */
    private static String chosenOf(int complete) {
        return complete == 1 ? "" : ", the best of " + complete;
    }

    /** Of several with the best value none leads, which is said where ties are. */
    private static String lead(StudyView view, TrialRecord best) {
        Direction direction = view.facts().direction();
        double value = best.value().orElseThrow();
        return view.history().in(TrialState.COMPLETE).stream()
                .filter(trial -> trial.number() != best.number()
                        && !trial.configuration().equals(best.configuration()))
                .reduce((one, other) -> direction.isBetter(
                                other.value().orElseThrow(), one.value().orElseThrow())
                        ? other
                        : one)
                .filter(next -> next.value().orElseThrow() != value)
                .map(next -> "; it leads trial " + next.number() + " by "
                        + Figures.difference(value, next.value().orElseThrow()))
                .orElse("");
    }

    private static String noise(List<TrialRecord> complete) {
        long different =
                complete.stream().map(TrialRecord::configuration).distinct().count();
        return complete.size() > 1 && different == complete.size()
                ? "; how far values vary from run to run is not known, as no configuration was tried twice"
                : "";
    }

    /** Returns which hyperparameters matter and which do not, if that can be said. */
    static Stream<String> matters(Analysis analysis) {
        return analysis.importance().shortage().isPresent() ? Stream.empty() : analysis.importance().words().stream();
    }
}
