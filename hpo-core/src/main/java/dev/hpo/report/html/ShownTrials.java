// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import dev.hpo.report.PopulationView;
import dev.hpo.report.PopulationView.Segment;
import dev.hpo.report.StudyView;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Repeated;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which trials of a study a page has: all, unless that were more than a browser handles well. Then the start, those that were the best when they ended, the
 * leading ones, the one to take and all that were run again, what the winner of a population has lived through, and evenly spread ones of the rest.
 */
final class ShownTrials {

    /** As many cells of the table as a page has room for. */
    private static final int CELLS = 150_000;

    private static final int MOST = 10_000;
    private static final int FEWEST = 1_000;

    private ShownTrials() {}

    /** Returns the trials by rising number. */
    static List<TrialRecord> of(StudyView view) {
        int parameters = Math.max(1, view.space().parameters().size());
        return of(view, Math.max(FEWEST, Math.min(MOST, CELLS / parameters)));
    }

    static List<TrialRecord> of(StudyView view, int most) {
        List<TrialRecord> all = view.history().trials();
        if (all.size() <= most) {
            return all;
        }
        SortedSet<Integer> numbers = new TreeSet<>();
        view.start().ifPresent(start -> numbers.add(start.number()));
        view.best().ifPresent(best -> numbers.add(best.number()));
        numbers.addAll(runAgain(view));
        lineage(view, most / 4).forEach(trial -> numbers.add(trial.number()));
        leading(view).stream().limit(most / 4).forEach(trial -> numbers.add(trial.number()));
        numbers.addAll(bestSoFar(view));
        int rest = Math.max(0, most - numbers.size());
        for (int place = 0; place < rest; place++) {
            numbers.add((int) ((long) place * all.size() / rest));
        }
        return numbers.stream().map(view.history()::trial).toList();
    }

    /** Returns the numbers of the trials that were run again after the search, which the page names wherever their values put them. */
    private static List<Integer> runAgain(StudyView view) {
        return view.confirmation().stream()
                .flatMap(confirmation -> confirmation.runs().trials().stream())
                .flatMap(run -> Repeated.of(run).stream())
                .flatMapToInt(of -> of.trial().stream())
                .boxed()
                .toList();
    }

    /** Returns so many of the segments that the winner of a population has lived through, evenly spread and with the last; none of another study. */
    static Stream<TrialRecord> lineage(StudyView view, int most) {
        List<Segment> schedule = view.population().map(PopulationView::schedule).orElse(List.of());
        int size = schedule.size();
        int kept = Math.min(most, size);
        return IntStream.rangeClosed(1, kept)
                .map(place -> (int) ((long) place * size / kept) - 1)
                .mapToObj(place -> view.history().trial(schedule.get(place).trial()));
    }

    /** Returns the complete trials, the best one first, of equal ones the earliest. */
    static List<TrialRecord> leading(StudyView view) {
        Comparator<TrialRecord> byValue =
                Comparator.comparingDouble(trial -> trial.value().orElseThrow());
        boolean isSmallestFirst = view.facts().direction() == Direction.MINIMIZE;
        return view.history().trials().stream()
                .filter(trial -> trial.value().isPresent())
                .sorted(isSmallestFirst ? byValue : byValue.reversed())
                .toList();
    }

    /** Returns the numbers of the trials that were better than all complete ones before them. */
    static List<Integer> bestSoFar(StudyView view) {
        List<Integer> numbers = new ArrayList<>();
        double best = Double.NaN;
        for (TrialRecord trial : view.history().trials()) {
            if (trial.value().isPresent()) {
                double value = trial.value().getAsDouble();
                if (numbers.isEmpty() || view.facts().direction().isBetter(value, best)) {
                    best = value;
                    numbers.add(trial.number());
                }
            }
        }
        return numbers;
    }
}
