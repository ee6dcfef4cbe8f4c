// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.numeric.Purpose;
import dev.hpo.sampler.Proposal;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The trials that are queued in the storage of a run, by people and other tools, before it or while it goes on. Each has its number from
 * there. For use by whoever has the turn.
 */
final class StoredQueue {

    private final Space<?> space;
    private final Workings workings;
    private final Candidates candidates;

    StoredQueue(Space<?> space, Workings workings, Candidates candidates) {
        this.space = space;
        this.workings = workings;
        this.candidates = candidates;
    }

    /** Returns the first trial that can be run; those before it that cannot are ended. */
    Optional<TrialRecord> next() {
        Optional<TrialRecord> queued = workings.firstQueued();
        if (queued.isPresent()) {
            workings.follow();
        }
        int ended = -1;
        while (queued.isPresent() && queued.get().number() > ended) {
            TrialRecord trial = queued.get();
            Optional<String> misfit =
                    trial.outcome() instanceof Outcome.Waiting waiting ? waiting.misfit() : Optional.empty();
            if (misfit.isEmpty()) {
                return queued;
            }
            end(trial, misfit.get());
            ended = trial.number();
            queued = workings.firstQueued();
        }
        return Optional.empty();
    }

    private void end(TrialRecord trial, String misfit) {
        TrialRecord ended =
                trial.finished(new Outcome.Failed(Failure.of(Failure.Kind.OUTSIDE, misfit)), workings.now());
        if (workings.end(ended)) {
            workings.ledger().finish(ended);
        } else {
            workings.follow();
        }
    }

    /**
     * Returns the whole configuration of a queued trial. What nobody has asked for is what the sampler proposes for it, or drawn
     * where that does not say; what is asked for and does not exist beside the rest is left out, as Optuna does it.
     */
    Configuration completed(TrialRecord queued, History view) {
        Configuration wanted = queued.configuration();
        Rest rest = new Rest(queued.number(), view);
        return space.choose(parameter -> wanted.contains(parameter) ? wanted.raw(parameter) : rest.value(parameter));
    }

    /** What is not asked for; the sampler is asked only if there is something. */
    private final class Rest {

        private final int number;
        private final History view;
        private final RandomGenerator random;
        private Optional<Configuration> proposed = Optional.empty();
        private boolean isAsked;

        Rest(int number, History view) {
            this.number = number;
            this.view = view;
            this.random = Purpose.QUEUED.generator(workings.facts().seed(), number);
        }

        Object value(Parameter<?> parameter) {
            if (!isAsked) {
                isAsked = true;
                proposed = candidates.complete(number, view) instanceof Proposal.Try attempt
                        ? Optional.of(attempt.configuration())
                        : Optional.empty();
            }
            return proposed.filter(configuration -> configuration.contains(parameter))
                    .map(configuration -> configuration.raw(parameter))
                    .orElseGet(() -> parameter.domain().fromUnit(random.nextDouble()));
        }
    }
}
