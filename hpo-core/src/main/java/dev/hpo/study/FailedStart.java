// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.trial.Failure;
import dev.hpo.trial.FailureCause;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a study has begun so badly that to go on with it would most likely be in vain: its test is at fault, and not some configuration. */
final class FailedStart {

    /** How many of the first trials must have failed with one cause. */
    private static final int FIRST = 5;

    /** Ends that say nothing of the test, besides those that say nothing at all: what was never run, and what went down with its process. */
    private static final Set<Failure.Kind> UNTRIED = EnumSet.of(Failure.Kind.REJECTED, Failure.Kind.LOST);

    private FailedStart() {}

    /**
     * Returns why no further trial begins: no trial is complete, and a report is missing or misused, or the first five that have ended have all failed
     * with one cause.
     *
     * @param history what the trial to come knows
     * @param study the name of the study
     */
    static Optional<String> reason(History history, String study) {
        return history.count(TrialState.COMPLETE) > 0 || history.count(TrialState.FAILED) == history.rejected()
                ? Optional.empty()
                : mistake(history).or(() -> commonCause(history, study));
    }

    private static Optional<String> mistake(History history) {
        return history.in(TrialState.FAILED).stream()
                .filter(trial -> trial.failure().filter(Failure::isMistake).isPresent())
                .findFirst()
                .map(trial -> "no trial is complete, and trial " + trial.number() + " has reported "
                        + (isSilent(trial) ? "nothing" : "in a way it must not"));
    }

    private static boolean isSilent(TrialRecord trial) {
        return trial.failure()
                .filter(failure -> failure.kind() == Failure.Kind.NO_REPORT)
                .isPresent();
    }

    private static Optional<String> commonCause(History history, String study) {
        List<TrialRecord> first = history.trials().stream()
                .filter(trial -> trial.state().isFinished() && !isUntried(trial))
                .limit(FIRST)
                .toList();
        if (first.size() < FIRST
                || !first.stream().allMatch(trial -> trial.failure().isPresent())) {
            return Optional.empty();
        }
        long causes = first.stream()
                .map(trial ->
                        FailureCause.of(trial.failure().orElseThrow(), study).key())
                .distinct()
                .count();
        return causes == 1 ? Optional.of("the first " + FIRST + " trials failed with one cause") : Optional.empty();
    }

    /** What failed in another tool has no cause here that could be compared. */
    private static boolean isUntried(TrialRecord trial) {
        boolean isOfOthers = trial.start().origin().source() == Origin.Source.OTHER;
        return trial.isSilent()
                || trial.failure()
                        .filter(failure -> isOfOthers || UNTRIED.contains(failure.kind()))
                        .isPresent();
    }
}
