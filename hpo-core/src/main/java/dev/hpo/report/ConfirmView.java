// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.trial.History;
import dev.hpo.trial.Repeated;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The runs that are made after a search, of its leading configurations and the start, at one moment.
 *
 * @param runs the runs so far
 * @param planned how many there are at most, those that are interrupted aside
 * @param isDone whether all that were planned have ended
 * @param best what has come of them; empty before they are done, and if all runs of the winner have failed
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record ConfirmView(History runs, int planned, boolean isDone, Optional<ConfirmedBest> best) {

    /** How many values there have to be, so that anything can be said of how they spread. */
    private static final int LEAST = 2;

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
        return failed(runs.trials());
    }

    /** Returns those of some runs that have failed, interrupted ones aside. */
    public static List<TrialRecord> failed(List<TrialRecord> some) {
        return some.stream()
                .filter(run -> run.state() == TrialState.FAILED && !run.isSilent())
                .toList();
    }

    /** Returns the last runs of the configuration that was chosen, on which its value rests, interrupted ones aside; none before all are done. */
    public List<TrialRecord> chosen() {
        int last = telling()
                .flatMap(run -> Repeated.of(run).stream())
                .mapToInt(Repeated::round)
                .max()
                .orElse(0);
        return telling()
                .filter(run -> isDone
                        && Repeated.of(run)
                                .filter(of -> of.round() == last && !of.isStart())
                                .isPresent())
                .toList();
    }

    private Stream<TrialRecord> telling() {
        return runs.trials().stream().filter(run -> run.state().isFinished() && !run.isSilent());
    }

    /** Returns whether what was chosen is nothing to rely on: at least half of its last runs have no value, or all but one. */
    public boolean isRefuted() {
        int all = chosen().size();
        int complete = complete();
        return isDone && (2 * complete <= all || complete < LEAST);
    }

    private int complete() {
        return (int) chosen().stream().filter(run -> run.value().isPresent()).count();
    }

    /** Returns how many of the last runs have failed, and of what: {@code 4 of 5 runs of trial 25, which was chosen, failed}. */
    public String chosenFailures() {
        int all = chosen().size();
        int complete = complete();
        String which = chosen().stream()
                .findFirst()
                .flatMap(Repeated::of)
                .map(Repeated::text)
                .orElse("nothing");
        return (complete == 0 ? "all " : all - complete + " of ") + Figures.count(all, "run") + " of " + which
                + ", which was chosen, failed";
    }
}
