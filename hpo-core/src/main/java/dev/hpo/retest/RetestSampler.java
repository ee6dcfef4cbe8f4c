// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import dev.hpo.accept.AcceptedConfiguration;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.Rerun;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Runs an accepted configuration again, as a {@link RetestPlan} says, until it is clear whether it has got worse. A run that was interrupted is made again.
 *
 * @see Retest
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class RetestSampler implements Sampler {

    private final Configuration configuration;
    private final String check;
    private final Baseline baseline;

    /**
     * Creates a sampler.
     *
     * @param accepted what is run again
     * @param plan what matters
     * @throws IllegalArgumentException if its evidence rests on too few values
     */
    public RetestSampler(AcceptedConfiguration accepted, RetestPlan plan) {
        this.configuration = accepted.configuration();
        this.check = accepted.check();
        this.baseline = Baseline.of(accepted.evidence(), plan);
    }

    @Override
    public Proposal propose(Ask ask) {
        List<TrialRecord> batch = List.of();
        for (int number = 0; number < RetestPlan.BATCHES; number++) {
            batch = batch(ask.history().trials(), number);
            Optional<Proposal> next = next(number, batch);
            if (next.isPresent()) {
                return next.get();
            }
            if (alarm(batch).isEmpty()) {
                break;
            }
        }
        return new Proposal.Exhausted("all " + ask.history().counted() + " runs are done"
                + (alarm(batch).isPresent() ? ", as it is clear that they are worse" : ""));
    }

    /** Returns what is to be run in a batch, or that it has to be waited for; empty when it is over. */
    private Optional<Proposal> next(int number, List<TrialRecord> batch) {
        if (alarm(batch).isPresent()) {
            return Optional.empty();
        }
        int ended = ended(batch).size();
        Optional<Integer> look =
                RetestPlan.LOOKS.stream().filter(runs -> runs > ended).findFirst();
        return look.map(runs -> batch.size() < runs
                ? new Proposal.Try(configuration, new Rerun(Rerun.Reason.RETEST, number).notes())
                : new Proposal.Wait());
    }

    private Optional<Baseline.Alarm> alarm(List<TrialRecord> batch) {
        return baseline.alarm(ended(batch));
    }

    /** Returns the losses of the first runs that have all ended, so that it does not matter which of those that go on is faster. */
    private List<Double> ended(List<TrialRecord> batch) {
        List<Double> losses = new ArrayList<>();
        for (TrialRecord run : batch) {
            if (!run.state().isFinished()) {
                break;
            }
            losses.add(
                    run.value().isPresent()
                            ? baseline.direction().asLoss(run.value().getAsDouble())
                            : Double.POSITIVE_INFINITY);
        }
        return losses;
    }

    private static List<TrialRecord> batch(List<TrialRecord> runs, int number) {
        return runs.stream()
                .filter(run -> !run.isSilent()
                        && Rerun.of(run)
                                .filter(new Rerun(Rerun.Reason.RETEST, number)::equals)
                                .isPresent())
                .toList();
    }

    /**
     * Returns what has come of it.
     *
     * @param history the runs so far
     */
    public RetestVerdict verdict(History history) {
        return verdict(history.trials());
    }

    /** Returns what has come of runs, in the order of their numbers. */
    RetestVerdict verdict(List<TrialRecord> runs) {
        List<Optional<Baseline.Alarm>> alarms = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        boolean isOver = true;
        for (int number = 0; number < RetestPlan.BATCHES; number++) {
            List<TrialRecord> batch = batch(runs, number);
            losses.addAll(ended(batch));
            if (number == 0 || alarms.get(number - 1).isPresent()) {
                alarms.add(alarm(batch));
                isOver &= next(number, batch).isEmpty();
            }
        }
        return RetestVerdict.of(
                baseline, losses, alarms.stream().flatMap(Optional::stream).toList(), isOver);
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "what was accepted again, up to " + RetestPlan.BATCH + " times, and as often if that looks worse";
    }

    /** Returns whether a run was one of the same accepted configuration, whatever mattered then, by what its sampler said of itself. */
    boolean isOfSame(String sampler) {
        return sampler.contains(identity());
    }

    /** Returns what tells the accepted configuration from all others. */
    String identity() {
        return "accepted " + check + ",";
    }

    /** Returns what decides its answers: whoever goes on with an interrupted re-test goes on with the same. */
    @Override
    public String toString() {
        return identity() + " " + configuration + ", " + baseline;
    }
}
