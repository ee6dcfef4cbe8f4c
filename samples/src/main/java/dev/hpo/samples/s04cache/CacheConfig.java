// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s04cache;

import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/**
 * The settings of a {@link SegmentedCache}, as a plain class: its annotated fields are the hyperparameters, and what they
 * are set to here is the start configuration, the settings that the cache had before it was tuned.
 */
@SearchSpace
final class CacheConfig {
    /** The greatest number of entries, at least 2. */
    @LogUniform(min = 10, max = 5000)
    int capacity = 2000;

    /** The share of the capacity for entries that were asked for again; either segment holds at least one. */
    @Uniform(min = 0, max = 0.99)
    double protectedShare = 0.5;

    /** How often an entry on probation must be asked for again to become protected. */
    @Uniform(min = 1, max = 5)
    int promoteAfter = 2;

    int protectedCapacity() {
        return Math.max(1, Math.min(capacity - 1, (int) Math.round(capacity * protectedShare)));
    }

    int probationCapacity() {
        return capacity - protectedCapacity();
    }
}
