// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.storage.RunEnd;
import java.util.Optional;

/**
 * How a study ends: as was said first, unless that was no more than that nothing is left to begin. Then trials may still run, and whoever
 * stops those interrupts the study. Only one thread at a time may use it.
 */
final class Finale {

    private Optional<RunEnd> end = Optional.empty();
    private boolean isByRule;

    Optional<RunEnd> end() {
        return end;
    }

    /** Ends the study, unless it has ended, as nothing is left to begin. */
    void endByRule(String reason) {
        if (end.isEmpty()) {
            end = Optional.of(new RunEnd(RunEnd.Kind.FINISHED, reason));
            isByRule = true;
        }
    }

    /**
     * Ends the study, unless it has ended.
     *
     * @param isAnyRunning whether an interruption would stop any trial
     */
    void end(RunEnd how, boolean isAnyRunning) {
        boolean isInterruption = how.kind() == RunEnd.Kind.INTERRUPTED;
        boolean isCutShort = isInterruption && isByRule && isAnyRunning;
        if (end.isEmpty() || isCutShort) {
            end = Optional.of(how);
        }
        isByRule = isByRule && isInterruption && !isCutShort;
    }
}
