// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.trial.History;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;

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

    /** Returns how much of the budget is used up: {@code 9 of 25 trials}. */
    static String progress(StudyView view) {
        int ended = view.history().ended();
        return view.isUnlimited()
                ? Figures.count(ended, "trial")
                : ended + " of " + Figures.count(view.facts().trials(), "trial");
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
