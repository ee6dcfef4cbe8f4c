// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.study.Repetition;
import dev.hpo.study.Study;
import dev.hpo.study.Suggestion;
import dev.hpo.study.Trial;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The runs that are made of what the search of a test has found: those that confirm it, and then those before it is accepted, as far as they are wanted; of a population, trainings with its schedule. Safe for use by several threads.
 */
final class Following {

    private final Confirming confirming;
    private final Accepting accepting;
    private final Replaying replaying;

    /**
     * Creates them.
     *
     * @param refuted says that re-tests have found what was accepted to be worse; empty if they have not
     */
    Following(StudySetup setup, Supplier<Optional<Refutation>> refuted) {
        this.confirming = new Confirming(setup);
        this.accepting = new Accepting(setup, refuted);
        this.replaying = new Replaying(setup);
    }

    /** Returns the trainings with the schedule of a population. */
    Replaying replaying() {
        return replaying;
    }

    /** Returns whether another process makes the runs. */
    boolean isLeftToOthers() {
        return confirming.isLeftToOthers() || replaying.isLeftToOthers();
    }

    /** Returns the runs that confirm what was found. */
    Confirming confirming() {
        return confirming;
    }

    /** Returns the runs before it is accepted. */
    Accepting accepting() {
        return accepting;
    }

    /** Takes that a search begins, or goes on. */
    void opened(Study<Object> search) {
        confirming.opened(search);
        if (accepting.isAsked() || replaying.isAsked()) {
            Repetition.follow(search, true);
        }
    }

    /** Returns whether any are wanted once a search has ended, as far as can be known before. */
    boolean isWanted(Study<Object> search) {
        return confirming.isWanted(search) || isAcceptable(search) || replaying.isWanted(search);
    }

    /** Whoever leaves it to others to confirm leaves it to them to accept; and what could not be repeated is not accepted. */
    private boolean isAcceptable(Study<Object> search) {
        boolean isRefuted = confirming.isWanted(search)
                && confirming.isOver()
                && confirming.confirmed().isEmpty();
        return accepting.isWanted(search) && !confirming.isLeftToOthers() && !isRefuted;
    }

    /** Returns how many runs there are at most; 0 if none are wanted. */
    int most() {
        return confirming.most() + accepting.most() + replaying.most();
    }

    /**
     * Begins the next run. Only for a search that has come to its own end, all trials of which have been told here.
     *
     * @return empty if all are done, or if another process makes them
     */
    Optional<Suggestion<Object>> next(Study<Object> search, int invocation) throws InterruptedException {
        if (replaying.isWanted(search)) {
            return replaying.next(search, invocation);
        }
        if (confirming.isWanted(search)) {
            Optional<Suggestion<Object>> next = confirming.next(search, invocation);
            if (next.isPresent() || !confirming.isDone()) {
                return next;
            }
        }
        return isAcceptable(search) ? accepting.next(search, confirming.confirmed(), invocation) : Optional.empty();
    }

    /** Returns how the search has ended here, if another process makes the runs. */
    Optional<String> left() {
        return confirming.left().or(accepting::left).or(replaying::left);
    }

    /** Returns the study of the runs that are made now, if any was opened. */
    Optional<Study<Object>> study() {
        return accepting.study().or(confirming::study).or(replaying::study);
    }

    /** Returns the studies of the runs that were opened. */
    Stream<Study<Object>> studies() {
        return Stream.of(confirming.study(), accepting.study(), replaying.study())
                .flatMap(Optional::stream);
    }

    /** Returns the study of the runs, if a trial is one of these. */
    Optional<Study<Object>> home(Trial trial) {
        return confirming.home(trial).or(() -> accepting.home(trial)).or(() -> replaying.home(trial));
    }

    /** Returns whether none is left of those that a search is to have, or no more of them will ever begin. */
    boolean isOver(Study<Object> search) {
        boolean isConfirmed = !confirming.isWanted(search) || confirming.isOver();
        boolean isReplayed = !replaying.isWanted(search) || replaying.isOver();
        return isConfirmed && isReplayed && (!isAcceptable(search) || accepting.isDone());
    }

    /** Returns why no more runs begin; empty while there may be more. */
    Optional<String> endReason(Optional<Study<Object>> search) {
        if (replaying.isAsked()) {
            return replaying.endReason();
        }
        boolean isToBeAccepted = search.filter(this::isAcceptable).isPresent();
        return isToBeAccepted ? accepting.endReason() : confirming.endReason();
    }

    /**
     * Returns whether a run can begin at once. Only once the search has ended.
     *
     * @param before how many others will begin before it
     * @param busy how many threads of this process run any, or ask for one
     */
    boolean isReady(int before, int busy) {
        if (replaying.study().isPresent()) {
            return replaying.isReady(before, busy);
        }
        boolean isConfirming = confirming.study().isPresent() && !confirming.isDone();
        return isConfirming ? confirming.isReady(before, busy) : accepting.isReady(before, busy);
    }

    /** Takes that the search is about to be closed: if these are over, or if there are none, it has its end. */
    void settle(Study<Object> search) {
        if (isOver(search)) {
            Repetition.follow(search, false);
        }
    }

    /**
     * Closes the studies of the runs that were opened.
     *
     * @param reason why there are no more of them, if there should be
     */
    void close(String reason) {
        try {
            confirming.close(reason);
        } finally {
            try {
                accepting.close(reason);
            } finally {
                replaying.close(reason);
            }
        }
    }
}
