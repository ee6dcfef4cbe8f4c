// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.space.VisibleText;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Of;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a study has found, in one or two sentences. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Verdict {

    private Verdict() {}

    /**
     * Returns the verdict on a study as it stands. It is on one line; names that come from the user have no control codes.
     */
    public static String of(StudyView view) {
        Optional<TrialRecord> best = view.best();
        if (view.history().size() == 0) {
            return "No trial has begun.";
        }
        return best.isPresent() ? found(view, best.get()) : nothing(view);
    }

    /** Returns what became of the trials of a study: {@code 27 in 3 s: 25 complete, 2 pruned}. */
    public static String trials(StudyView view) {
        return TrialCounts.fate(view, view.run().elapsed().map(Figures::duration));
    }

    private static String nothing(StudyView view) {
        String states = TrialCounts.states(view);
        return "No trial is complete, so there is no best configuration"
                + (states.isEmpty() ? "." : ": " + states + ".");
    }

    private static String found(StudyView view, TrialRecord best) {
        double value = view.bestValue().orElseThrow();
        String metric = VisibleText.of(view.run().metric());
        String sentence = "Trial " + best.number() + " is the best of " + TrialCounts.all(view.history()) + ", with a "
                + metric + " of " + Figures.number(value);
        if (view.confirmed().isPresent()) {
            return sentence
                    + new ConfirmRemarks(view, view.confirmation().orElseThrow()).verdict()
                    + " Its runs since the search have chosen nothing.";
        }
        if (view.population().isPresent()) {
            return sentence + new PopulationRemarks(view, view.population().get()).verdict();
        }
        boolean isRefuted = view.confirmation().filter(runs -> runs.isDone()).isPresent();
        return sentence + comparison(view, best, value) + " "
                + (isRefuted ? "When its configuration was run again, it failed." : certainty(view, value));
    }

    private static String comparison(StudyView view, TrialRecord best, double value) {
        Optional<TrialRecord> start = view.start();
        if (start.isEmpty()) {
            return "; there is no start to compare it with.";
        }
        if (start.get().number() == best.number()) {
            return ": the start configuration itself; nothing better was found.";
        }
        if (start.get().value().isEmpty()) {
            return "; the start did not complete, so there is nothing to compare it with.";
        }
        double before = start.get().value().getAsDouble();
        Direction direction = view.facts().direction();
        return value == before
                ? ", the same as the start."
                : ", " + Figures.improvement(value, before, direction) + " than the start ("
                        + Figures.number(before, value) + "), a difference of "
                        + Figures.number(Math.abs(value - before)) + ".";
    }

    /** A single run of each says nothing of their noise. */
    private static String certainty(StudyView view, double value) {
        long ties = view.history().trials().stream()
                .filter(trial -> trial.value().isPresent() && trial.value().getAsDouble() == value)
                .count();
        String tied = ties > 1 ? Figures.count((int) ties, "trial") + " have this very value. " : "";
        if (view.history().count(TrialState.COMPLETE) == 1) {
            return tied + "It rests on one run, so there is no interval.";
        }
        String each = view.facts().aim().of() == Of.MEAN ? "one evaluation" : "one run";
        return tied + "It rests on " + each
                + " of each, so there is no interval, and the best of many is flattered by luck.";
    }
}
