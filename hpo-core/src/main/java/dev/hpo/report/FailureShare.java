// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What of a study failed more often than it may without a word. */
@API(status = Status.INTERNAL, since = "0.1")
public final class FailureShare {

    private FailureShare() {}

    /**
     * Returns, if more than half of the trials of the budget that have ended failed, how many: {@code 27 of 50, 20 of them with one cause: ...}. Lost ones
     * are not counted, nor those that say nothing of their configurations, as what was interrupted.
     */
    public static Optional<String> ofMost(StudyView view) {
        History history = view.history();
        // Nothing is counted anew where few have failed.
        if (2L * history.count(TrialState.FAILED) <= history.ended()) {
            return Optional.empty();
        }
        List<TrialRecord> failed = history.in(TrialState.FAILED).stream()
                .filter(TrialRecord::isCounted)
                .toList();
        List<TrialRecord> telling = failed.stream()
                .filter(trial -> !isLost(trial) && !trial.isSilent())
                .toList();
        int count = telling.size();
        int all = history.ended() - (failed.size() - count);
        return 2L * count > all
                ? Optional.of(count + " of " + all + cause(telling, view.facts().study()))
                : Optional.empty();
    }

    private static String cause(List<TrialRecord> failed, String study) {
        int count = failed.size();
        return FailureDigest.of(failed, study)
                .mostFrequent()
                .map(group -> ", "
                        + (group.trials().size() >= count
                                ? "all"
                                : group.trials().size() + " of them") + " with one cause: "
                        + group.cause().line())
                .orElse("");
    }

    private static boolean isLost(TrialRecord trial) {
        return trial.failure()
                .filter(failure -> failure.kind() == Failure.Kind.LOST)
                .isPresent();
    }

    /** Returns which trials reported nothing, or in a way they must not, which their test is to blame for: {@code 3 (trials 4, 5, 9)}. */
    static Optional<String> ofMistakes(History history) {
        List<TrialRecord> mistakes = history.in(TrialState.FAILED).stream()
                .filter(trial -> trial.failure().filter(Failure::isMistake).isPresent())
                .toList();
        return mistakes.isEmpty()
                ? Optional.empty()
                : Optional.of(mistakes.size() + " (" + FailureDigest.numbers(mistakes) + ")");
    }
}
