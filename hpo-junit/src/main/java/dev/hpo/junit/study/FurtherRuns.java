// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.study.Study;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.TrialState;
import java.util.Optional;

/** Runs that follow a search and have begun: to confirm what was found, before it is accepted, or to train with its schedule. */
interface FurtherRuns {

    /** Returns whether trials of a search that has ended here run in another process: whoever ends the last one begins what follows. */
    static boolean isRunningElsewhere(History search) {
        return search.in(TrialState.RUNNING).stream()
                .anyMatch(trial -> trial.start().origin().source() != Origin.Source.OTHER);
    }

    /** Returns the study that they are the trials of. */
    Study<Object> study();

    /** Returns whether all have ended that were planned. */
    boolean isDone();

    /**
     * Returns how many can begin at once: those that nobody runs are begun again, before the next one. Who asks may have one already that is still counted as such.
     *
     * @param busy how many threads of this process run any, or ask for one
     */
    int due(int busy);

    /** Returns whether all have ended, or no more of them will ever begin, as when they are at fault. */
    default boolean isOver() {
        return isDone() || (study().endReason().isPresent() && !study().isInterrupted());
    }

    /** Returns whether one can begin at once, before which so many others will. */
    default boolean isReady(int before, int busy) {
        return before < due(busy) && study().isReady(before);
    }

    /**
     * Returns why no more begin; empty while there may be more.
     *
     * @param done what is said when all are done
     */
    default Optional<String> endReason(String done) {
        return study().endReason().or(() -> Optional.of(done).filter(all -> isDone()));
    }

    /**
     * Closes their study.
     *
     * @param reason why there are no more of them, if there should be
     */
    default void close(String reason) {
        if (!isOver()) {
            study().interrupt(reason);
        }
        Formalities.end(study());
        study().close();
    }
}
