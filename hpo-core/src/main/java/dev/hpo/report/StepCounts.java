// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How many steps trials have run, of those that they would have run had none been stopped early. */
final class StepCounts {

    private StepCounts() {}

    /**
     * Returns them for people: {@code 312 of 750, 31 of 50 trials stopped early}. Empty if no trial was stopped after a report. How many there would have been is
     * known only if all complete trials have the same last step, and none that was stopped had come further. Of a trial that
     * goes on with a paused one only its own steps count.
     */
    static Optional<String> text(History history) {
        List<TrialRecord> stopped = history.last().stream()
                .filter(trial -> trial.state() == TrialState.PRUNED
                        && !trial.observations().isEmpty())
                .toList();
        if (stopped.isEmpty()) {
            return Optional.empty();
        }
        long run = history.trials().stream()
                .filter(trial -> trial.state().isFinished() && !trial.isRejected())
                .mapToLong(trial -> steps(trial) - steps(inherited(trial)))
                .sum();
        String all = length(history).stream()
                .filter(length -> stopped.stream().allMatch(trial -> steps(trial) <= length))
                .mapToObj(length -> " of "
                        + (run
                                + stopped.stream()
                                        .mapToLong(trial -> length - steps(trial))
                                        .sum()))
                .findFirst()
                .orElse("");
        return Optional.of(run + all + ", " + stopped.size() + " of " + Figures.count(history.ended(), "trial")
                + " stopped early");
    }

    /** Returns how many steps a training has, if all complete ones have as many. */
    private static OptionalLong length(History history) {
        long[] lengths = history.in(TrialState.COMPLETE).stream()
                .mapToLong(StepCounts::steps)
                .distinct()
                .toArray();
        return lengths.length == 1 && lengths[0] > 0 ? OptionalLong.of(lengths[0]) : OptionalLong.empty();
    }

    /** A trial that begins at step 0 has run one more than its last step says. */
    private static long steps(TrialRecord trial) {
        return steps(trial.observations());
    }

    private static List<Observation> inherited(TrialRecord trial) {
        return trial.observations().subList(0, trial.progress().inherited());
    }

    private static long steps(List<Observation> all) {
        if (all.isEmpty()) {
            return 0;
        }
        long last = all.get(all.size() - 1).step();
        return all.get(0).step() == 0 ? last + 1 : last;
    }
}
