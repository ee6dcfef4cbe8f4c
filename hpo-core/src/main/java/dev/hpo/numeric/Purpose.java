// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a study's seed is used for: all uses there are, so that no two of them ever draw the same numbers.
 *
 * <p>The name is part of what is mixed: whoever renames a purpose changes the bits of every study, as does whoever changes the
 * order of its coordinates.
 */
@API(status = Status.INTERNAL, since = "0.1")
public enum Purpose {

    /** The seed of a study that was given none: the number of its run, then the characters of its name. */
    RUN,

    /** What a sampler draws for a trial: the trial's number. */
    PROPOSAL,

    /** The seed that a trial hands to the user: the trial's number. */
    TRIAL,

    /** What a queued trial is not asked for and no sampler says: the trial's number. */
    QUEUED,

    /** The scrambling of one axis of a quasi-random sequence: the axis. */
    SOBOL_AXIS,

    /** The sequence of one stage from coarse to fine: the stage. */
    STAGE,

    /** The shuffled order of a grid. */
    GRID_ORDER,

    /** A point of a grid that is too large to be shuffled: the place in its order. */
    GRID_POINT,

    /** A draw from a generation of CMA-ES: the generation, its member, and the attempt. */
    MEMBER,

    /** Where another search of CMA-ES begins: its first generation. */
    RESTART,

    /** In which bracket of Hyperband a trial is: its number. */
    BRACKET,

    /** What an analysis of a study draws. */
    ANALYSIS,

    /** The seed of a run that repeats configurations of a search: what it is for, and its number. */
    REPETITION;

    private final long code = name().hashCode();

    /**
     * Returns a seed for this purpose.
     *
     * @param seed the seed of the study, or one made for another purpose
     * @param coordinates what tells it from others for the same purpose
     */
    public long seed(long seed, long... coordinates) {
        long[] all = new long[coordinates.length + 1];
        all[0] = code;
        System.arraycopy(coordinates, 0, all, 1, coordinates.length);
        return SplitMix.mix(seed, all);
    }

    /**
     * Returns a generator for this purpose.
     *
     * @param seed the seed of the study, or one made for another purpose
     * @param coordinates what tells it from others for the same purpose
     */
    public RandomGenerator generator(long seed, long... coordinates) {
        return SplitMix.at(seed(seed, coordinates));
    }
}
