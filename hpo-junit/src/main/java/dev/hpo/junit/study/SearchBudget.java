// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.study.Mode;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialState;

/**
 * How many trials the search of a test may begin.
 *
 * @param spec what its study is
 */
record SearchBudget(StudySpec spec) {

    /** Returns whether a number of trials is one that somebody has given: a population ends by itself. */
    static boolean isLimited(int trials) {
        return trials < Integer.MAX_VALUE;
    }

    /** Returns whether any number of trials may begin: those that go on with paused ones, those of a population, or all where steps are counted. */
    boolean isOpenEnded() {
        return spec.sampler().promotes()
                || spec.sampler().forks()
                || spec.budget().trainings().isPresent();
    }

    /** Returns whether as many trials as there may be have begun in a study. */
    boolean isUsedUp(Study<Object> told) {
        return told.history().counted() >= told.spec().trials() && !isOpenEnded();
    }

    /**
     * Returns whether nothing is left to begin, once some others have begun. What a process of before has left unfinished is begun again, and counts already; of those that share a
     * search, others may run it.
     *
     * @param before how many others will begin
     * @param busy how many threads of this process run any, or ask for one
     */
    boolean isUsedUp(History search, int before, int busy) {
        boolean isShared = spec.mode() == Mode.JOINED;
        int left = isShared ? 0 : Math.max(0, search.count(TrialState.RUNNING) - busy);
        return !isOpenEnded() && search.counted() + before - left >= spec.trials();
    }
}
