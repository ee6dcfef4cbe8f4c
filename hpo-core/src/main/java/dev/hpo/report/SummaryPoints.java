// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.analysis.Analysis;
import dev.hpo.trial.EarlierStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a summary says below the best configuration, in whatever form it is: each point is said in all of them, or in none.
 *
 * @param view the study
 * @param analysis what its trials tell beside their values; empty where there is no time for that
 * @param hints where the reader can go from there
 */
record SummaryPoints(StudyView view, Optional<Analysis> analysis, SummaryHints hints) {

    private static final String SHARED = "by several processes, so that it does not repeat; the trials of all are here";

    /**
     * A point.
     *
     * @param label a word or two for what it is about
     * @param entries what there is to say, one below the other; what begins with spaces hangs below the one above. None if there is nothing
     */
    record Point(String label, List<String> entries) {}

    /** Returns what nobody is to overlook. */
    List<String> aloud() {
        List<String> aloud = new ArrayList<>(Remarks.aloud(view));
        confirmation().map(ConfirmRemarks::aloud).ifPresent(aloud::addAll);
        return aloud;
    }

    /** Returns what was found, and from which trials. How sure a value of the search is, is beside the point once it was confirmed; what its lead was worth is not. */
    List<Point> found() {
        Remarks remarks = new Remarks(view, analysis);
        // One segment says little of another: their values hang on what was before them.
        boolean isConfirmed = view.confirmed().isPresent() || view.population().isPresent();
        List<String> sureness = isConfirmed ? remarks.noise() : remarks.sureness();
        Optional<PopulationRemarks> population = view.population().map(found -> new PopulationRemarks(view, found));
        return List.of(
                new Point(
                        "schedule", population.map(PopulationRemarks::schedule).orElse(List.of())),
                new Point(
                        "replayed", population.map(PopulationRemarks::replayed).orElse(List.of())),
                point("cost", view.population().flatMap(found -> new PopulationCost(view, found).text())),
                new Point("ties", isConfirmed ? List.of() : remarks.ties()),
                new Point("confirmed", confirmation().map(ConfirmRemarks::found).orElse(List.of())),
                new Point("how sure", sureness),
                new Point("matters", remarks.matters()),
                new Point("look at", remarks.ranges()),
                point("no start:", view.noStart()),
                new Point("trials", List.of(Verdict.trials(view))),
                point("anew", BegunAnew.text(view.history())),
                point("steps run", StepCounts.text(view.history())),
                point("folds", FoldCounts.text(view)),
                new Point("continued", view.run().begin().continued()),
                new Point("shared", view.run().begin().isShared() ? List.of(SHARED) : List.of()));
    }

    /** Returns the trials that failed; how one of them is run again is to stand below. */
    Point failed() {
        return new Point("failed", failures().failed());
    }

    /** Returns the runs that were to confirm something and failed; how one of them is run again is to stand below. */
    Point failedRuns() {
        return new Point("confirm", confirmation().map(ConfirmRemarks::failed).orElse(List.of()));
    }

    /** Returns what the space has rejected, how the study has ended, and what it began with. */
    List<Point> ended() {
        return List.of(
                new Point("rejected", failures().rejected(view.space().typeName())),
                new Point(ConsoleSummary.ENDED, ConsoleSummary.end(view, hints)),
                new Point("sampler", List.of(view.run().sampler())),
                new Point(
                        "earlier",
                        view.facts().earlier().stream()
                                .map(EarlierStudy::describe)
                                .toList()),
                new Point("seed", List.of(String.valueOf(view.facts().seed()))));
    }

    FailureDigest failures() {
        return FailureDigest.of(view.history(), view.facts().study());
    }

    Optional<ConfirmRemarks> confirmation() {
        return view.confirmation().map(runs -> new ConfirmRemarks(view, runs));
    }

    private static Point point(String label, Optional<String> entry) {
        return new Point(label, entry.stream().toList());
    }
}
