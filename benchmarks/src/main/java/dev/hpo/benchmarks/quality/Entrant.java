// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import dev.hpo.sampler.Sampler;
import dev.hpo.sampler.Samplers;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Who takes part: a sampler by its name, and what it has learned before, as in {@code auto+inverted}.
 *
 * @param sampler a new sampler
 * @param past what an earlier study had measured
 */
record Entrant(Sampler sampler, Past past) {

    /**
     * Returns the entrant of a name.
     *
     * @throws IllegalArgumentException if there is no such sampler, or no such past
     */
    static Entrant of(String name) {
        int plus = name.indexOf('+');
        return plus < 0
                ? new Entrant(Samplers.named(name), Past.NONE)
                : new Entrant(Samplers.named(name.substring(0, plus)), past(name.substring(plus + 1)));
    }

    private static Past past(String mark) {
        return Arrays.stream(Past.values())
                .filter(past -> past.mark().equals(mark))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("earlier study (" + mark + ") must be one of "
                        + Arrays.stream(Past.values()).map(Past::mark).collect(Collectors.joining(", "))));
    }
}
