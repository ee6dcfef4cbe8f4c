// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What samplers and pruners may know of the study beside its history.
 *
 * @param study the study's name
 * @param aim which values are better, and what intermediate ones come to
 * @param seed the study's seed
 * @param budget how many trials there are, and how many at once
 * @param earlier what is known from earlier studies, in the order in which they are named, the runs of one study by
 *     their age, the oldest first; empty unless the user asked for a warm start
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record StudyFacts(String study, Aim aim, long seed, Budget budget, List<EarlierStudy> earlier) {

    /** Creates facts. */
    public StudyFacts {
        earlier = List.copyOf(earlier);
    }

    /**
     * Creates the facts of a study that takes the last values and knows of no earlier study.
     *
     * @param study the study's name
     * @param direction which values are better
     * @param seed the study's seed
     * @param trials the budget: how many trials there will be at most; {@link Integer#MAX_VALUE} without a limit
     * @param parallelism how many trials may run at once; at least 1
     */
    public StudyFacts(String study, Direction direction, long seed, int trials, int parallelism) {
        this(study, Aim.last(direction), seed, new Budget(trials, parallelism), List.of());
    }

    /** Returns which values are better. */
    public Direction direction() {
        return aim.direction();
    }

    /** Returns how many trials there will be at most, as {@link Budget#trials} says; {@link Integer#MAX_VALUE} without a limit. */
    public int trials() {
        return budget.trials();
    }

    /** Returns how many trials may run at once; at least 1. */
    public int parallelism() {
        return budget.parallelism();
    }

    /** Returns the same with another seed. */
    public StudyFacts withSeed(long other) {
        return new StudyFacts(study, aim, other, budget, earlier);
    }

    /** Returns the same with another budget. */
    public StudyFacts withBudget(Budget other) {
        return new StudyFacts(study, aim, seed, other, earlier);
    }

    /** Returns the same with what is known from earlier studies. */
    public StudyFacts withEarlier(List<EarlierStudy> studies) {
        return new StudyFacts(study, aim, seed, budget, studies);
    }
}
