// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.space.Parameter;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Something that a study shows and that is worth a thought, in words.
 *
 * @param kind what it is about
 * @param parameter the hyperparameter that it is about; empty if it is about the study
 * @param text a sentence for people without a full stop; names and choices stand in it as the user has them
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Finding(Kind kind, Optional<Parameter<?>> parameter, String text) {

    /** What findings are about. */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public enum Kind {
        /** The best trial has a value at the edge of its range. */
        EDGE,

        /** The good values lie together at one end of a range, so that another scale would tell them apart. */
        SCALE,

        /** Two hyperparameters explain much together beyond what each does alone, so that the best value of one depends on the other. */
        INTERACTION,

        /** How the lead of the best trial compares with the noise, where that is known. */
        NOISE,

        /** Several trials are as good as the best. */
        TIES,

        /** The best came late, so that more trials may well bring a better one. */
        MORE_BUDGET,

        /** The last trials, most of all, brought no better one. */
        NO_GAIN,

        /** How the best compares with what random search would have found. */
        RANDOM_SEARCH,

        /** What pruning saved, and whether trials that were as bad as those that were stopped became good. */
        PRUNING,

        /** Configurations were tried more than once. */
        DUPLICATES
    }

    static Finding of(Kind kind, String text) {
        return new Finding(kind, Optional.empty(), text);
    }
}
