// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.analysis.Analysis;
import dev.hpo.analysis.Finding;
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

    private final StudyView view;
    private final Optional<Analysis> analysis;
    private final List<Finding> findings;

    /**
     * Creates remarks.
     *
     * @param analysis what the trials tell beside their values; empty where there is no time for that
     */
    Remarks(StudyView view, Optional<Analysis> analysis) {
        this.view = view;
        this.analysis = analysis;
        this.findings = analysis.map(Analysis::findings).orElse(List.of());
    }

    /** Returns what nobody is to overlook. */
    static List<String> aloud(StudyView view) {
        List<String> remarks = new ArrayList<>();
        FailureShare.ofMost(view)
                .ifPresent(share -> remarks.add("MORE THAN HALF OF THE TRIALS FAILED: " + share + "."));
        outside(view).ifPresent(remarks::add);
        if (view.best().isPresent()) {
            FailureShare.ofMistakes(view.history())
                    .ifPresent(mistakes -> remarks.add("MISTAKES OF THE TEST: trials that reported nothing, or in a way"
                            + " they must not: " + mistakes + "."));
        }
        return remarks;
    }

    private static Optional<String> outside(StudyView view) {
        List<Integer> outside = view.outside();
        if (outside.isEmpty()) {
            return Optional.empty();
        }
        boolean isOne = outside.size() == 1;
        String trials = FailureDigest.numbers(
                outside.stream().map(view.history()::trial).toList());
        return Optional.of("QUEUED TOO LATE: " + trials + (isOne ? " is" : " are")
                + " no part of the population, all members of which had begun: "
                + (isOne ? "it was" : "each was")
                + " given one segment, with which nobody goes on. Queue before the first segment, as @TryFirst does.");
    }

    /** Returns how many trials have the best value, or cannot be told from it, if there are several. */
    List<String> ties() {
        List<TrialRecord> ties = view.best().stream()
                .flatMap(best -> view.history().in(TrialState.COMPLETE).stream()
                        .filter(trial -> trial.value().equals(best.value())))
                .toList();
        return ties.size() < 2
                ? found(Finding.Kind.TIES).toList()
                : List.of(Figures.count(ties.size(), "trial") + " have the best value (" + FailureDigest.numbers(ties)
                        + "); the first of them is shown");
    }

    /** Returns how many evaluations the best value rests on, by how much it leads, and what that is worth; nothing without one. */
    List<String> sureness() {
        Stream<String> value = view.best().stream().map(best -> {
            List<TrialRecord> complete = view.history().in(TrialState.COMPLETE);
            List<TrialRecord> same = complete.stream()
                    .filter(trial -> trial.configuration().equals(best.configuration()))
                    .toList();
            return evaluations(view, best, same) + chosenOf(complete.size()) + lead(view, best) + unknown(complete);
        });
        return Stream.concat(value, noise().stream()).toList();
    }

    /** Returns what the lead of the best trial is worth against the noise, if that can be said. */
    List<String> noise() {
        return found(Finding.Kind.NOISE).toList();
    }

    /** Returns which hyperparameters matter and which do not, if that can be said. */
    List<String> matters() {
        Stream<String> each = analysis
                .filter(found -> found.importance().shortage().isEmpty())
                .stream()
                .flatMap(found -> found.importance().words().stream());
        return Stream.concat(each, found(Finding.Kind.INTERACTION)).toList();
    }

    /** Returns where the best is at the edge of a range, and which ranges want another scale. */
    List<String> ranges() {
        return Stream.concat(found(Finding.Kind.EDGE), found(Finding.Kind.SCALE))
                .toList();
    }

    private Stream<String> found(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).map(Finding::text);
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
                : value + ", though " + same.size() + " trials have its configuration (" + FailureDigest.numbers(same)
                        + ")";
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

    private String unknown(List<TrialRecord> complete) {
        long different =
                complete.stream().map(TrialRecord::configuration).distinct().count();
        boolean isToBeKnown = view.confirmation().isPresent();
        return !isToBeKnown && complete.size() > 1 && different == complete.size()
                ? "; how far values vary from run to run is not known, as no configuration was tried twice (a confirmation does that)"
                : "";
    }
}
