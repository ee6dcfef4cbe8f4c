// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.trial.Budget;
import dev.hpo.trial.History;
import dev.hpo.trial.SpentSteps;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How much of the budget of a study is spent, for people. */
@API(status = Status.INTERNAL, since = "0.1")
public final class BudgetText {

    private BudgetText() {}

    /** Returns how much of the budget is used up: {@code 9 of 25 trials}, or {@code 12.4 of 50 trainings' worth}. */
    public static String progress(Budget budget, History history) {
        if (isOfSteps(budget, history)) {
            return trainings(budget, history) + " of "
                    + worth(String.valueOf(budget.trainings().getAsInt()));
        }
        return isUnlimited(budget)
                ? Figures.count(history.ended(), "trial")
                : history.ended() + " of " + Figures.count(budget.trials(), "trial");
    }

    /** Returns it in as few letters as can be: {@code 9/25}, or {@code 12.4/50 trainings}. */
    static String inShort(Budget budget, History history) {
        if (isOfSteps(budget, history)) {
            int all = budget.trainings().getAsInt();
            return trainings(budget, history) + "/" + Figures.count(all, "training");
        }
        return isUnlimited(budget) ? Figures.count(history.ended(), "trial") : history.ended() + "/" + budget.trials();
    }

    /** Returns what is spent where that is counted in steps: {@code 50.3 trainings' worth}. */
    static String spent(Budget budget, History history) {
        return worth(trainings(budget, history));
    }

    /** Returns whether steps are spent, and it is known how many a training has. Until then each trial is one. */
    static boolean isOfSteps(Budget budget, History history) {
        return budget.trainings().isPresent()
                && SpentSteps.of(history, budget.steps()).training().isPresent();
    }

    /** Returns whether there is no limit on the number of trials, nor on that of trainings. */
    static boolean isUnlimited(Budget budget) {
        return budget.trials() == Integer.MAX_VALUE;
    }

    private static String worth(String trainings) {
        return trainings + (trainings.equals("1") ? " training's worth" : " trainings' worth");
    }

    /** In tenths that are full, as a study is not at its end while there is anything left. */
    private static String trainings(Budget budget, History history) {
        long tenths = (long) (10 * SpentSteps.of(history, budget.steps()).trainings());
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
    }
}
