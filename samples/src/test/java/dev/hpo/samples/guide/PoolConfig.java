// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** A constraint between parameters. */
// tag::constraint[]
@SearchSpace
public record PoolConfig(
        @Uniform(min = 1, max = 32) int minThreads,
        @Uniform(min = 1, max = 32) int maxThreads) {
    public PoolConfig {
        if (minThreads > maxThreads) {
            throw new IllegalArgumentException("minThreads must not be above maxThreads");
        }
    }
}
// end::constraint[]
