// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.report.Studies.Trials;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.Repeated;
import dev.hpo.trial.TrialRecord;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Studies made up for the tests, whose best configuration was run again after the search. */
final class ConfirmedStudies {

    private static final int WINNER = 2;
    private static final Estimate MEAN = new Estimate(0.13, 0.125, 0.135);
    private static final Repeats START = new Repeats(3, 0, new Estimate(0.45, 0.44, 0.46));
    private static final Estimate GAIN = new Estimate(0.32, 0.31, 0.33);

    private ConfirmedStudies() {}

    /** Returns one whose winner and start were run three times each. */
    static StudyView confirmed() {
        return confirmed(Outcome.Complete.of(0.13));
    }

    /** Returns one of which one run of three of the winner failed. */
    static StudyView failingNowAndThen() {
        return confirmed(Studies.failed(Failure.Kind.EXCEPTION, "IllegalStateException: diverged"));
    }

    private static StudyView confirmed(Outcome last) {
        StudyView view = Studies.usual();
        ConfirmRuns runs = new ConfirmRuns(view)
                .winner(Outcome.Complete.of(0.125))
                .start(Outcome.Complete.of(0.44))
                .winner(Outcome.Complete.of(0.135))
                .start(Outcome.Complete.of(0.46))
                .winner(last)
                .start(Outcome.Complete.of(0.45));
        int failed = last instanceof Outcome.Complete ? 0 : 1;
        return runs.seen(Optional.of(new ConfirmedBest(
                view.history().trial(WINNER),
                0.12374,
                new Repeats(3 - failed, failed, MEAN),
                Optional.of(START),
                Optional.of(GAIN))));
    }

    /** Returns one of whose winner no run has a value. */
    static StudyView refuted() {
        Outcome failed = Studies.failed(Failure.Kind.EXCEPTION, "IllegalStateException: not again");
        return new ConfirmRuns(Studies.usual())
                .start(Outcome.Complete.of(0.44))
                .winner(failed)
                .start(Outcome.Complete.of(0.46))
                .winner(failed)
                .seen(Optional.empty());
    }

    /** Collects runs of the winner and of the start. */
    private static final class ConfirmRuns {

        private final StudyView view;
        private final Trials runs = new Trials();

        ConfirmRuns(StudyView view) {
            this.view = view;
        }

        ConfirmRuns winner(Outcome outcome) {
            return add(Repeated.trial(0, WINNER), view.history().trial(WINNER), outcome);
        }

        ConfirmRuns start(Outcome outcome) {
            return add(Repeated.start(0), view.start().orElseThrow(), outcome);
        }

        private ConfirmRuns add(Repeated repeated, TrialRecord of, Outcome outcome) {
            Map<String, String> notes = repeated.notes();
            runs.add(
                    new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), notes),
                    of.configuration(),
                    Progress.NONE,
                    outcome);
            return this;
        }

        StudyView seen(Optional<ConfirmedBest> best) {
            int planned = runs.history().size();
            return view.with(Optional.of(new ConfirmView(runs.history(), planned, true, best)));
        }
    }
}
