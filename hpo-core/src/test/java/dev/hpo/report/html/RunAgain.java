// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import dev.hpo.report.ConfirmView;
import dev.hpo.report.ConfirmedBest;
import dev.hpo.report.Estimate;
import dev.hpo.report.Repeats;
import dev.hpo.report.StudyView;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.Repeated;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Studies made up for the tests, whose best and start were run again: one run of each to compare them, then three more of each, of which one of the best fails. */
final class RunAgain {

    private static final Estimate MEAN = new Estimate(0.13, 0.125, 0.135);
    private static final Estimate START = new Estimate(0.45, 0.44, 0.46);
    private static final Estimate GAIN = new Estimate(0.32, 0.31, 0.33);

    private final List<TrialRecord> runs = new ArrayList<>();
    private final StudyView view;

    private RunAgain(StudyView view) {
        this.view = view;
    }

    /**
     * Returns a study with what was run after it.
     *
     * @param message what the run says that fails
     */
    static StudyView of(StudyView view, String message) {
        RunAgain again = new RunAgain(view);
        TrialRecord best = view.searched().orElseThrow();
        TrialRecord start = view.start().orElseThrow();
        again.add(Repeated.trial(0, best.number()), best, Outcome.Complete.of(0.12));
        again.add(Repeated.start(0), start, Outcome.Complete.of(0.44));
        for (int time = 0; time < 3; time++) {
            again.add(
                    Repeated.trial(1, best.number()),
                    best,
                    time == 1 ? MadeUp.exception(message) : Outcome.Complete.of(0.125 + 0.005 * time));
            again.add(Repeated.start(1), start, Outcome.Complete.of(0.44 + 0.01 * time));
        }
        return again.seen(Optional.of(new ConfirmedBest(
                best, 0.1, new Repeats(2, 1, MEAN), Optional.of(new Repeats(3, 0, START)), Optional.of(GAIN))));
    }

    /** Returns a study of which one run has been made so far. */
    static StudyView begun(StudyView view) {
        RunAgain again = new RunAgain(view);
        TrialRecord best = view.searched().orElseThrow();
        again.add(Repeated.trial(0, best.number()), best, Outcome.Complete.of(0.12));
        return view.with(Optional.of(new ConfirmView(History.of(again.runs), 8, false, Optional.empty())));
    }

    /**
     * Returns a study of which some trials were compared, and the first of them was taken.
     *
     * @param compared the trials, complete ones
     */
    static StudyView taking(StudyView view, List<TrialRecord> compared) {
        RunAgain again = new RunAgain(view);
        compared.forEach(trial -> again.add(Repeated.trial(0, trial.number()), trial, Outcome.Complete.of(0.12)));
        TrialRecord best = compared.get(0);
        again.add(Repeated.trial(1, best.number()), best, Outcome.Complete.of(0.13));
        return again.seen(Optional.of(new ConfirmedBest(
                best, best.value().orElseThrow(), new Repeats(1, 0, MEAN), Optional.empty(), Optional.empty())));
    }

    private void add(Repeated of, TrialRecord trial, Outcome outcome) {
        int number = runs.size();
        Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), of.notes());
        TrialStart start = new TrialStart(
                number, trial.configuration(), 900L + number, origin, MadeUp.NOON.plusSeconds(90 + number));
        runs.add(TrialRecord.running(start)
                .with(Progress.NONE)
                .finished(outcome, start.startedAt().plusMillis(700)));
    }

    private StudyView seen(Optional<ConfirmedBest> best) {
        return view.with(Optional.of(new ConfirmView(History.of(runs), runs.size(), true, best)));
    }
}
