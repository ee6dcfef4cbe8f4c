// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The runs that are made after a search, of its leading configurations and the start, at one moment.
 *
 * @param runs the runs so far
 * @param planned how many there are at most, those that are interrupted aside
 * @param isDone whether nothing is left to run
 * @param best what has come of them; empty before they are done, and if all runs of the winner have failed
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record ConfirmView(History runs, int planned, boolean isDone, Optional<ConfirmedBest> best) {

    /** Returns how many have ended, and say something. */
    public int ended() {
        return (int) runs.trials().stream()
                .filter(run -> run.state().isFinished() && !run.isSilent())
                .count();
    }

    /** Returns how far they have come: {@code 7 of 24 runs}. */
    public String progress() {
        return ended() + " of " + Figures.count(isDone ? ended() : planned, "run");
    }

    /** Returns how many have failed: {@code 3 of 24 runs}. */
    public String failures() {
        return failed().size() + " of " + Figures.count(ended(), "run");
    }

    /** Returns those that have failed, interrupted ones aside. */
    public List<TrialRecord> failed() {
        return runs.in(TrialState.FAILED).stream()
                .filter(run -> !run.isSilent())
                .toList();
    }
}
