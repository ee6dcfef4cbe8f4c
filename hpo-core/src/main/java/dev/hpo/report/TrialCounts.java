// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.trial.History;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many trials there are, for people. */
final class TrialCounts {

    private TrialCounts() {}

    /** Returns how many were stopped as hopeless. */
    static int pruned(History history) {
        return history.count(TrialState.PRUNED) - history.pauses();
    }

    /** Returns how many there are, those that go on with one another as one: {@code 27}, or {@code 27 started} if any did. */
    static String all(History history) {
        int all = history.last().size();
        return history.pauses() == 0 ? String.valueOf(all) : all + " started";
    }

    /**
     * Returns what became of them, with how long that took: {@code 27 in 3 s: 25 complete, 2 pruned}, or where steps are spent {@code 50 trainings'
     * worth: 148 started, 31 complete, 117 paused, in 3 s}.
     *
     * @param time how long, if that is known
     */
    static String fate(StudyView view, Optional<String> time) {
        String took = time.map(text -> " in " + text).orElse("");
        String states = states(view);
        if (BudgetText.isOfSteps(view.facts().budget(), view.history())) {
            return BudgetText.spent(view.facts().budget(), view.history()) + ": "
                    + view.history().last().size() + " started, " + states
                    + took.replaceFirst("^ ", ", ");
        }
        return all(view.history()) + took + (states.isEmpty() ? "" : ": " + states);
    }

    /** Returns how many there are in each state, for those that there are any in: {@code 3 complete, 1 pruned}. */
    static String states(StudyView view) {
        History history = view.history();
        List<String> states = new ArrayList<>();
        add(states, history.count(TrialState.COMPLETE), "complete");
        add(states, history.paused().size(), "paused");
        add(states, pruned(history), "pruned");
        // Of a run that has ended nobody runs them any more.
        boolean isOver = view.run().end().isPresent();
        add(states, history.count(TrialState.RUNNING), isOver ? "not ended" : "running");
        add(states, history.count(TrialState.WAITING), "waiting");
        int rejected = history.rejected();
        add(states, history.count(TrialState.FAILED) - rejected, "failed");
        add(states, rejected, "rejected");
        return String.join(", ", states);
    }

    private static void add(List<String> states, int count, String word) {
        if (count > 0) {
            states.add(count + " " + word);
        }
    }
}
