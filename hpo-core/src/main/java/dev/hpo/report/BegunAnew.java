// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which trials were to go on with paused ones, and have trained from the beginning. */
final class BegunAnew {

    private BegunAnew() {}

    /** Returns how many, and what that means, for people; empty if there are none. */
    static Optional<String> text(History history) {
        List<TrialRecord> anew =
                history.trials().stream().filter(TrialRecord::isBegunAnew).toList();
        return anew.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Figures.count(anew.size(), "trial") + " (" + anew.get(0).number()
                                + (anew.size() > 1 ? " and others" : "")
                                + ") began anew instead of going on with "
                                + (anew.get(0).isFork() ? "what another had saved" : "a paused one")
                                + cause(anew)
                                + "; save to trial.checkpoint() before each report, and load what is there before the first step");
    }

    /** Why a body reports from the beginning again is not known, unless its checkpoint was at fault. */
    private static String cause(List<TrialRecord> anew) {
        return anew.stream()
                .flatMap(
                        trial -> Stream.ofNullable(trial.progress().attributes().get(TrialRecord.RESTARTED)))
                .findFirst()
                .map(fault -> " (" + fault + ")")
                .orElse("");
    }
}
