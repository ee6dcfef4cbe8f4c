// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.sampler.Sampler;
import dev.hpo.trial.Budget;
import dev.hpo.trial.History;
import dev.hpo.trial.SpentSteps;
import dev.hpo.trial.StudyFacts;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much of its budget a study has left: a number of trials, or full trainings' worth of steps. A function of the history, so that a study
 * in the ordered mode ends after the same trial each time.
 */
final class Allowance {

    private final Sampler sampler;
    private final StudyFacts facts;

    Allowance(Sampler sampler, StudyFacts facts) {
        this.sampler = sampler;
        this.facts = facts;
    }

    /**
     * Returns the budget as it is meant, as far as the study has come: one of trials may be one of trainings by now.
     *
     * @throws StudyException if the sampler fails to say so
     */
    Budget budget(History history) {
        Budget budget = facts.budget();
        boolean isOfTrials = budget.trainings().isEmpty() && budget.trials() < Integer.MAX_VALUE;
        return isOfTrials && spendsSteps(history)
                ? new Budget(budget.trials(), budget.parallelism(), OptionalInt.of(budget.trials()), budget.steps())
                : budget;
    }

    private boolean spendsSteps(History history) {
        try {
            return sampler.promotes() && sampler.spendsSteps(history, facts);
        } catch (RuntimeException | Error e) {
            throw new StudyException(
                    sampler.getClass().getSimpleName() + " failed to say whether it spends steps: " + FaultText.of(e),
                    e);
        }
    }

    /** Returns the budget as {@link #budget} does, for people: a sampler that fails to say what it is fails when it is asked. */
    Budget shown(History history) {
        try {
            return budget(history);
        } catch (StudyException e) {
            return facts.budget();
        }
    }

    /** Returns why nothing of it is left, if nothing is. */
    Optional<String> end(History history) {
        Budget budget = budget(history);
        if (budget.trainings().isEmpty()) {
            return history.counted() < budget.trials() ? Optional.empty() : Optional.of(trials(budget.trials()));
        }
        int trainings = budget.trainings().getAsInt();
        SpentSteps spent = SpentSteps.of(history, budget.steps());
        return spent.isWorth(trainings) ? Optional.of(trainings(trainings, spent)) : Optional.empty();
    }

    private static String trials(int trials) {
        return trials == 1 ? "the only trial is done" : "all " + trials + " trials are done";
    }

    private static String trainings(int trainings, SpentSteps spent) {
        if (spent.training().isEmpty()) {
            return trials(trainings) + ", each taken as a training, as no complete one has reported a step above 0";
        }
        return trainings == 1
                ? "1 training's worth of steps is spent"
                : trainings + " trainings' worth of steps are spent";
    }

    /**
     * Returns how many trials may begin, those that go on with others aside; {@link Integer#MAX_VALUE} without a limit, as there is none where
     * steps are spent. While it is not known how long a training is, each trial is one.
     */
    int mostTrials(History history) {
        Budget budget = budget(history);
        return budget.trainings().isPresent() && isOfSteps(budget, history) ? Integer.MAX_VALUE : budget.trials();
    }

    private static boolean isOfSteps(Budget budget, History history) {
        return SpentSteps.of(history, budget.steps()).training().isPresent();
    }

    /** Returns how much of the budget is spent by trials that have ended, in whole trials or trainings. */
    int spent(History history) {
        Budget budget = budget(history);
        return budget.trainings().isPresent() && isOfSteps(budget, history)
                ? (int) SpentSteps.of(history, budget.steps()).trainings()
                : history.ended();
    }
}
