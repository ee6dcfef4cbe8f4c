// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import dev.hpo.confirm.Contender;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.Rerun;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Runs the configuration that is to be accepted until there are as many values as evidence is to rest on, or until as many runs more were made, as of one that fails. A run that
 * was interrupted is made again.
 */
final class TopUpSampler implements Sampler {

    /** How many runs there are at most. */
    static final int MOST = 2 * Evidence.RUNS;

    private final Contender winner;
    private final FreshRuns known;

    TopUpSampler(Contender winner, FreshRuns known) {
        this.winner = winner;
        this.known = known;
    }

    @Override
    public Proposal propose(Ask ask) {
        if (due(ask.history()) > 0) {
            return new Proposal.Try(winner.configuration(), new Rerun(Rerun.Reason.ACCEPT, winner.trial()).notes());
        }
        return isDone(ask.history())
                ? new Proposal.Exhausted("all " + ask.history().counted() + " runs are done")
                : new Proposal.Wait();
    }

    /** Returns how many runs can begin without waiting for the end of others. */
    int due(History history) {
        return runs(fresh(history).failures()) - telling(history).size();
    }

    /** Returns whether all runs are done. */
    boolean isDone(History history) {
        return due(history) <= 0
                && telling(history).stream().allMatch(run -> run.state().isFinished());
    }

    /**
     * Returns how many runs it takes.
     *
     * @param failed how many of them have failed
     */
    int runs(int failed) {
        int missing = Math.max(0, Evidence.RUNS - known.values().size());
        return Math.min(missing + failed, Math.max(missing, MOST - known.count()));
    }

    /** Returns the runs that tell something of the configuration, and have ended. */
    FreshRuns fresh(History history) {
        List<TrialRecord> ended = telling(history).stream()
                .filter(run -> run.state().isFinished())
                .toList();
        List<Double> values = ended.stream()
                .map(TrialRecord::value)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        return new FreshRuns(values, ended.size() - values.size());
    }

    private static List<TrialRecord> telling(History history) {
        return history.trials().stream().filter(run -> !run.isSilent()).toList();
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "trial " + winner.trial() + " again, " + runs(0) + " times";
    }

    /** Returns what decides its answers: whoever goes on after an interruption goes on with the same. */
    @Override
    public String toString() {
        return winner + ", " + known;
    }
}
