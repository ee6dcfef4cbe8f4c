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
    private boolean isFollowed;

    Optional<RunEnd> end() {
        return end;
    }

    /** Returns whether there may be more to begin, here or when the run goes on. */
    boolean canGoOn() {
        return isByRule || end.stream().allMatch(how -> how.kind() == RunEnd.Kind.INTERRUPTED);
    }

    /** Goes on, if the study has ended as nothing was left to begin, and now something is. */
    void takeBackRule() {
        if (isByRule) {
            end = Optional.empty();
            isByRule = false;
        }
    }

    /** Takes whether other runs are to follow: until they are done, whoever stops the study interrupts it, also where nothing is left to begin in it. */
    void follow(boolean isAny) {
        isFollowed = isAny;
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
        boolean isCutShort = isInterruption && isByRule && (isAnyRunning || isFollowed);
        if (end.isEmpty() || isCutShort) {
            end = Optional.of(how);
        }
        isByRule = isByRule && isInterruption && !isCutShort;
    }
}
