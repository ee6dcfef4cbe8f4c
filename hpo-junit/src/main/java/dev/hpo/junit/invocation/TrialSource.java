// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.invocation;

import dev.hpo.space.Space;
import dev.hpo.study.Suggestion;
import dev.hpo.study.Trial;
import dev.hpo.trial.Outcome;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Where the invocations of a tuning test get their trials, and what they tell of them afterwards. Safe for use by several threads. */
@API(status = Status.INTERNAL, since = "0.1")
public interface TrialSource {

    /** Returns the space that the trials are from. */
    Space<?> space();

    /**
     * Returns the trial for an invocation; empty if there is none left, or none that this thread can run.
     *
     * @param invocation the invocation's number, from 1
     */
    Optional<? extends Suggestion<?>> next(int invocation);

    /** Returns why there are no more trials, once {@link #next} has found none; empty before. */
    Optional<String> endReason();

    /**
     * Returns how a trial would end now.
     *
     * @param trial the trial
     * @param cause what its body threw; empty if it returned
     */
    Outcome outlook(Trial trial, Optional<Throwable> cause);

    /**
     * Takes that a trial has ended.
     *
     * @param trial the trial
     * @param cause what its body threw; empty if it returned
     */
    void ended(Trial trial, Optional<Throwable> cause);

    /**
     * Takes that a trial has failed without its test, since JUnit aborted or disabled that. Comes after {@link #ended}.
     *
     * @param trial the trial
     * @param reason why
     */
    void abandoned(Trial trial, String reason);

    /** Takes that an invocation was made, but got no trial. */
    void skipped();

    /** Takes that JUnit cancelled the run: it makes invocations, but runs none of them. */
    void cancelled();

    /** Returns whether a mistake of the test in a trial that is about to end, such as a missing report, ends the study, and so fails the trial's test. */
    boolean endsWithMistakes();

    /** Returns whether a trial that fails fails its test, with its own exception, instead of being aborted. */
    boolean isStrict(Trial trial);

    /** Returns what a trial is beside its number, for its name: {@code member 3, generation 5}; empty for nothing. */
    default String place(Trial trial) {
        return "";
    }
}
