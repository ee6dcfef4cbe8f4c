// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Chooses which configuration of a search is run again next, as a {@link ConfirmPlan} says. The last runs of the winner and of the start take turns, and so do those that are
 * compared, so that slow changes, as of a machine that warms up, favour neither much. A run that was interrupted is made again.
 *
 * @see Confirmation
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class ConfirmSampler implements Sampler {

    private static final String START = ", start ";

    /** As the text of a plan has its numbers. */
    private static final Pattern PLAN =
            Pattern.compile("\\bConfirmPlan\\[top=([1-9]\\d{0,2}|1000), repeats=([2-9]|[1-9]\\d{1,2}|1000)]");

    private final List<Contender> contenders;
    private final Optional<Configuration> start;
    private final ConfirmPlan plan;

    /**
     * Creates a sampler.
     *
     * @param contenders the leading configurations of the search, the best first; at least one
     * @param start the start configuration, if there is one
     * @param plan how often they are run
     */
    public ConfirmSampler(List<Contender> contenders, Optional<Configuration> start, ConfirmPlan plan) {
        if (contenders.isEmpty()) {
            throw new IllegalArgumentException(
                    "ConfirmSampler.contenders must not be empty; a search without a complete trial has nothing to confirm");
        }
        this.contenders = contenders.stream().limit(plan.top()).toList();
        this.start = start;
        this.plan = plan;
    }

    /**
     * Returns the sampler that says of itself what is kept of one, as {@link #toString} does.
     *
     * @param kept what is kept of it
     * @param search the trials of the search
     * @param direction which values are better
     * @return empty if it is another one's, or if nothing of the search is complete
     */
    public static Optional<ConfirmSampler> kept(String kept, History search, Direction direction) {
        Matcher numbers = PLAN.matcher(kept);
        if (!numbers.find() || search.count(TrialState.COMPLETE) == 0) {
            return Optional.empty();
        }
        ConfirmPlan plan = new ConfirmPlan(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
        Optional<Configuration> start = search.trials().stream()
                .filter(trial -> trial.start().origin().source() == Origin.Source.INITIAL)
                .map(TrialRecord::configuration)
                .findFirst()
                .filter(any -> kept.contains(START));
        return Optional.of(new ConfirmSampler(Contender.of(search, direction, plan.top()), start, plan));
    }

    @Override
    public Proposal propose(Ask ask) {
        return course(ask.history(), ask.facts().direction()).next();
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "the best " + contenders.size() + " again, then the winner " + plan.repeats() + " times"
                + (start.isPresent() ? ", and the start" : "");
    }

    /** Returns what decides its answers: whoever goes on with an interrupted confirmation goes on with the same. */
    @Override
    public String toString() {
        String leading = contenders.stream()
                .map(contender -> contender.trial() + " (" + contender.searched() + ")")
                .collect(Collectors.joining(", "));
        return plan + ", trials " + leading
                + start.map(configuration -> START + configuration).orElse("");
    }

    /** Returns how many runs there are at most. */
    public int runs() {
        return plan.runs(contenders.size(), start.isPresent());
    }

    /**
     * Returns what has come of it.
     *
     * @param history the runs so far
     * @param direction which values are better
     * @return empty while no run of the winner has succeeded that chose nothing
     */
    public Optional<Confirmed> confirmed(History history, Direction direction) {
        return course(history, direction).confirmed();
    }

    private Course course(History history, Direction direction) {
        return new Course(contenders, start, plan, new Runs(history, direction));
    }

    /**
     * Returns how many runs can begin now, without waiting for the end of others: 0 where the round is over only when they have ended, and when all are done.
     *
     * @param history the runs so far
     * @param direction which values are better
     */
    public int due(History history, Direction direction) {
        return course(history, direction).due();
    }

    /**
     * Returns whether all runs are done.
     *
     * @param history the runs so far
     * @param direction which values are better
     */
    public boolean isDone(History history, Direction direction) {
        return course(history, direction).next() instanceof Proposal.Exhausted;
    }
}
