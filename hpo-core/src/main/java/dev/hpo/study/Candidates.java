// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.numeric.Purpose;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialState;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Where configurations come from: what is queued, then the sampler. */
final class Candidates {

    private final Space<?> space;
    private final Sampler sampler;
    private final StudyFacts facts;
    private final Queue<Candidate> queue = new ConcurrentLinkedQueue<>();

    Candidates(Space<?> space, Sampler sampler, StudyFacts facts) {
        this.space = space;
        this.sampler = sampler;
        this.facts = facts;
    }

    /**
     * Queues what a search begins with, as far as it has not tried that.
     *
     * @param before its trials so far
     * @param start the start configuration, if there is one
     */
    void begin(StudySpec spec, History before, Optional<Configuration> start) {
        if (Beginnings.count(before, Origin.Source.INITIAL) == 0) {
            start.ifPresent(initial -> add(initial, Origin.Source.INITIAL));
        }
        spec.queued().stream()
                .skip(Beginnings.count(before, Origin.Source.QUEUED))
                .forEach(queued -> add(queued, Origin.Source.QUEUED));
    }

    /** Queues a configuration, which must fit the space. */
    void add(Configuration configuration, Origin.Source source) {
        space.check(configuration);
        queue.add(new Candidate(space.choose(configuration::raw), Origin.of(source)));
    }

    /** Returns the first of the queue, which stays there until it has {@link #taken begun}. */
    Optional<Candidate> queued() {
        return Optional.ofNullable(queue.peek());
    }

    /** Removes a configuration that has become a trial from the queue, if it is from there. */
    void taken(Candidate candidate) {
        queue.remove(candidate);
    }

    /** Returns the next one in the queue that nobody has tried yet; it stays there until that has happened. */
    Optional<Candidate> untried(History history) {
        while (queue.peek() != null && queue.peek().isIn(history)) {
            queue.remove();
        }
        return Optional.ofNullable(queue.peek());
    }

    /** Asks the sampler; what it proposes fits the space. */
    Proposal propose(int number, History history) {
        return propose(number, history, facts);
    }

    /**
     * Asks the sampler for what completes a queued trial. Its seed is another one, as the sampler does not count that trial as its own, and so
     * will go on with what it would have proposed here: a sequence with this very point.
     */
    Proposal complete(int number, History history) {
        return propose(number, history, facts.withSeed(Purpose.QUEUED.seed(facts.seed(), number)));
    }

    private Proposal propose(int number, History history, StudyFacts facts) {
        Proposal proposal;
        try {
            proposal = sampler.propose(
                    new Ask(space, history, facts, number, Purpose.PROPOSAL.generator(facts.seed(), number)));
        } catch (RuntimeException | Error e) {
            throw new StudyException(name() + " failed to propose trial " + number + ": " + FaultText.of(e), e);
        }
        if (proposal instanceof Proposal.Try attempt) {
            requireFit(attempt.configuration(), number);
        } else if (proposal instanceof Proposal.Promote promotion) {
            requirePaused(promotion.trial(), number, history);
        } else if (proposal instanceof Proposal.Fork fork) {
            requireFit(fork.configuration(), number);
            requireComplete(fork, number, history);
        }
        return proposal;
    }

    private void requireFit(Configuration configuration, int number) {
        try {
            space.check(configuration);
        } catch (ConfigurationException e) {
            throw new StudyException(
                    name() + " must propose what fits " + space.type().getSimpleName() + "; trial " + number
                            + " does not: " + e.getMessage(),
                    e);
        }
    }

    private void requireComplete(Proposal.Fork fork, int number, History history) {
        String rule =
                name() + " must let trial " + number + " set out from a complete trial; trial " + fork.trial() + " ";
        if (!sampler.forks()) {
            throw new StudyException(name() + " must say that it forks in order to let trial " + number
                    + " set out from trial " + fork.trial() + "; let its method forks() return true");
        }
        if (fork.trial() < 0 || fork.trial() >= history.size()) {
            throw new StudyException(rule + "is not among the " + history.size() + " that it knows");
        }
        if (history.trial(fork.trial()).state() != TrialState.COMPLETE) {
            throw new StudyException(rule + "is " + history.trial(fork.trial()).state() + "; choose a complete one");
        }
        if (fork.seedOf().isPresent()
                && (fork.seedOf().getAsInt() < 0 || fork.seedOf().getAsInt() >= history.size())) {
            throw new StudyException(name() + " must give trial " + number + " the seed of an earlier trial; trial "
                    + fork.seedOf().getAsInt() + " is not among the " + history.size() + " that it knows");
        }
    }

    private void requirePaused(int paused, int number, History history) {
        if (!sampler.promotes()) {
            throw new StudyException(name() + " must say that it promotes in order to promote trial " + paused
                    + "; let its method promotes() return true");
        }
        String rule = name() + " must promote a trial that is paused and that none goes on with; trial " + paused
                + ", which it promotes as trial " + number + ", ";
        if (paused < 0 || paused >= history.size()) {
            throw new StudyException(rule + "is not among the " + history.size() + " that it knows");
        }
        if (!history.trial(paused).isPaused()) {
            throw new StudyException(rule + "is " + history.trial(paused).state() + "; choose one of History.paused()");
        }
        history.promotion(paused).ifPresent(child -> {
            throw new StudyException(
                    rule + "was promoted before, as trial " + child.number() + "; choose one of History.paused()");
        });
    }

    /** Returns the sampler's name, for errors. */
    String name() {
        return sampler.getClass().getSimpleName();
    }

    /**
     * A configuration to try, and where it came from.
     *
     * @param seedOf the number of the trial whose seed it has; empty for one of its own
     */
    record Candidate(Configuration configuration, Origin origin, OptionalInt seedOf) {

        Candidate(Configuration configuration, Origin origin) {
            this(configuration, origin, origin.parent());
        }

        static Candidate of(Proposal.Try attempt) {
            return new Candidate(
                    attempt.configuration(), new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), attempt.notes()));
        }

        /** Returns what goes on with a paused trial. */
        static Candidate of(Proposal.Promote promotion, History history) {
            return new Candidate(
                    history.trial(promotion.trial()).configuration(),
                    new Origin(Origin.Source.SAMPLER, OptionalInt.of(promotion.trial()), promotion.notes()));
        }

        /** Returns what sets out from a complete trial. */
        static Candidate of(Proposal.Fork fork) {
            Origin origin =
                    new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), OptionalInt.of(fork.trial()), fork.notes());
            return new Candidate(fork.configuration(), origin, fork.seedOf());
        }

        private boolean isIn(History history) {
            return history.contains(configuration)
                    && history.trials().stream()
                            .anyMatch(trial -> trial.configuration().equals(configuration)
                                    && trial.start().origin().source() == origin.source());
        }
    }
}
