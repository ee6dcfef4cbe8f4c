// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.QmcSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.Budget;
import dev.hpo.trial.History;
import dev.hpo.trial.Of;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Raises a population: members whose adjustable parameters change while they train, so that what comes out is a schedule beside a trained model.
 *
 * <p>A trial is one {@link Segment} of the training of one member: its body goes on from what is in its checkpoint to the step that the segment says,
 * saves, reports, and returns.
 *
 * <pre>{@code
 * PopulationPlan plan = PopulationPlan.of(8, 20, 100, Set.of("learningRate"));
 * StudySpec spec = StudySpec.minimize("digits", "loss")
 *         .withSampler(new PopulationSampler(plan))
 *         .withPruner(new NopPruner())
 *         .withTrials(Integer.MAX_VALUE);
 * study.optimize((config, trial) -> {
 *     Path saved = trial.checkpoint().resolve("model.bin");
 *     Mlp model = Files.exists(saved) ? Mlp.load(saved) : Mlp.init(config, trial.seed());
 *     for (int epoch = model.epochs() + 1; epoch <= trial.until(); epoch++) {
 *         model.fitOneEpoch(train, config.learningRate());
 *         model.save(saved);
 *         trial.report(epoch, model.loss(validation));
 *     }
 * });
 * }</pre>
 *
 * <p><b>Several members.</b> When those of a generation have ended, the worst quarter and those that have failed copy the checkpoint of one of the best
 * quarter and change its adjustable parameters, as the plan's {@link Explorer} says; the others go on with what they have. If all have failed, all set out once more from
 * the last good generation, half of them unchanged and half with smaller changes; if those fail too, the study ends and says so.
 *
 * <p><b>One member</b> is a panda: each segment is trained twice from one checkpoint and with one seed, once unchanged and once with one parameter
 * nudged. The nudge is kept if it has gained more than the noise of such differences lets one expect, as {@link PopulationPlan.PandaRules#margin} says. If both have diverged or made the curve worse, both are
 * forgotten and the child goes on from where it was, the second time in a row from the segment before that. When patience is at its end, or the child has come to the end of its
 * training, a fresh one begins with what another sampler makes of those before.
 *
 * <p>It is a function of the history, as every sampler is: where members stand is in the notes of their trials. A pruner that compares trials would end segments too early, and patience the study: a
 * study with either is refused, as far as the pruner is one of the library. The sampler ends the study itself, so that no budget of trials is needed.
 *
 * <p>Sources: Jaderberg et al., "Population based training of neural networks", 2017; Parker-Holder, Nguyen and Roberts, "Provably efficient online
 * hyperparameter optimization with population-based bandits", 2020.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class PopulationSampler implements Sampler {

    private final PopulationPlan plan;
    private final Starts starts;

    /**
     * Creates a sampler whose members begin evenly spread over the space, the start configuration and queued ones aside. So do those of the first four children of a panda; the others begin where the default sampler
     * has them begin, which knows what those before have come to.
     *
     * @param plan how the population is raised
     */
    public PopulationSampler(PopulationPlan plan) {
        this(plan, plan.isPanda() ? new FirstChildren() : new QmcSampler());
    }

    /**
     * Creates a sampler.
     *
     * @param plan how the population is raised
     * @param starts chooses the configurations with which members begin, those of a start configuration and queued ones aside. Where it has no more of them, several
     *     members begin with one
     * @throws IllegalArgumentException if it goes on with trials itself
     */
    public PopulationSampler(PopulationPlan plan, Sampler starts) {
        this.plan = plan;
        this.starts = new Starts(starts);
    }

    /** Returns how the population is raised. */
    public PopulationPlan plan() {
        return plan;
    }

    /** Returns a sampler whose members begin as those of this one do, and are raised in another way. */
    public PopulationSampler with(PopulationPlan other) {
        return new PopulationSampler(other, starts.sampler());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the plan does not {@link PopulationPlan#requireFit fit} the space, or the value of a trial is not its last one
     */
    @Override
    public Proposal propose(Ask ask) {
        requireMembersThatCompare(ask.space(), ask.facts());
        Segments segments = plan.segments(ask.history());
        Proposal proposal = plan.isPanda()
                ? new Panda(ask, plan, segments, starts).next()
                : new Raising(ask, plan, segments, starts).next();
        return proposal instanceof Proposal.Try begin
                ? segments.cutShort().map(before -> again(begin, before)).orElse(begin)
                : proposal;
    }

    /** A beginning that was interrupted is tried before another is chosen. */
    private static Proposal again(Proposal.Try begin, TrialRecord before) {
        return new Proposal.Try(before.configuration(), Segment.notesOfOldChoice(begin.notes(), before));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException as of {@link #propose}, and if the budget is less than that of the plan
     */
    @Override
    public void requireFit(Space<?> space, StudyFacts facts) {
        requireMembersThatCompare(space, facts);
        Budget budget = facts.budget();
        if (budget.trainings().isPresent()) {
            throw new IllegalArgumentException(
                    "trainings (" + budget.trainings().getAsInt()
                            + ") must be left out for a population, as its plan says how long it trains; take withTrials(Integer.MAX_VALUE)");
        }
        if (budget.trials() < plan.trials()) {
            throw new IllegalArgumentException("trials (" + budget.trials() + ") must be at least " + plan.trials()
                    + ", the segments of " + describe(space, facts)
                    + "; take withTrials(Integer.MAX_VALUE), as it ends by itself");
        }
    }

    private void requireMembersThatCompare(Space<?> space, StudyFacts facts) {
        plan.requireFit(space);
        if (facts.aim().of() != Of.LAST) {
            throw new IllegalArgumentException("of (" + facts.aim().of()
                    + ") must be LAST for a population, as members are compared as they stand; leave it away");
        }
    }

    @Override
    public boolean forks() {
        return true;
    }

    @Override
    public Set<Integer> keeps(History history, StudyFacts facts) {
        return new Kept(plan, plan.segments(history), facts.direction()).trials();
    }

    /** Returns the member, or the child, its generation, or day, and what was decided; nothing of a start configuration and queued ones. */
    @Override
    public Map<String, String> attributes(TrialStart start) {
        TrialRecord trial = TrialRecord.running(start);
        if (!Segment.isNoted(trial)) {
            return Map.of();
        }
        Segment segment = Segment.of(trial);
        String generation = Integer.toString(segment.generation() + 1);
        return plan.isPanda()
                ? Map.of("child", Integer.toString(segment.member() + 1), "day", generation, "why", segment.why())
                : Map.of("member", Integer.toString(segment.member()), "generation", generation, "why", segment.why());
    }

    @Override
    public OptionalLong until(TrialRecord trial) {
        return OptionalLong.of(plan.end(trial));
    }

    @Override
    public boolean learnsFromEarlier() {
        return starts.sampler().learnsFromEarlier();
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        PopulationPlan.Size size = plan.size();
        String segments =
                size.generations() + " segments of " + size.segment() + (size.segment() == 1 ? " step" : " steps");
        return plan.isPanda()
                ? "panda: " + plan.panda().children() + " x " + segments + ", each beside a control"
                : "population: " + size.members() + " x " + segments;
    }

    /** Returns what decides its course. */
    @Override
    public String toString() {
        return plan + ", beginning with " + starts.text();
    }
}
