// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningFailedError;
import dev.hpo.junit.declaration.TuningMethod;
import dev.hpo.report.ConfirmView;
import dev.hpo.report.StudyView;
import java.util.Optional;

/** The check that what a search has found can be repeated, where that is wanted. */
final class Confirmedness {

    private Confirmedness() {}

    /**
     * Returns what is to be said of a study that is about to be closed and has not been confirmed to the end, though it is wanted; empty if nothing is.
     *
     * @param isKept whether another run of the test goes on with it
     */
    static Optional<String> lack(StudyTrials trials, boolean isKept) {
        Confirming confirming = trials.following().confirming();
        if (trials.opened().filter(confirming::isWanted).isEmpty() || confirming.isDone()) {
            return Optional.empty();
        }
        String progress = trials.opened()
                .flatMap(confirming::view)
                .map(ConfirmView::progress)
                .orElse("none of the runs");
        return Optional.of(
                confirming.isOver()
                        ? "but that has ended after " + progress
                                + confirming
                                        .endReason()
                                        .map(reason -> ", since " + reason)
                                        .orElse("")
                        : "but JUnit ran no more tests after " + progress
                                + (isKept ? "; run it again to go on" : "; run it again"));
    }

    /**
     * Checks a study that has a best trial.
     *
     * @param lack what is to be said if it has not been confirmed to the end
     * @throws TuningFailedError if it was to be confirmed, and was not
     */
    static void check(Optional<String> lack, TuningMethod method, StudyView view) {
        lack.ifPresent(text -> {
            throw new TuningFailedError(
                    method.shortName() + ": best configurations must be run again to the end, " + text + ".");
        });
        view.confirmation().filter(ConfirmView::isRefuted).ifPresent(runs -> {
            throw new TuningFailedError(method.shortName() + ": best configuration must work when it is run again, but "
                    + runs.chosenFailures()
                    + "; what the search has found is no result that can be relied on."
                    + FirstFailure.of(
                            ConfirmView.failed(runs.chosen()), view.facts().study()));
        });
    }
}
