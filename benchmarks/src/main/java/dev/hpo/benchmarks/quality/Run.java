// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one sampler found on one problem with one seed.
 *
 * @param key which run it is
 * @param best the smallest value after some numbers of trials
 * @param cpuSeconds the processor time of the thread in all asks and tells; empty if unknown
 */
record Run(Key key, SortedMap<Integer, Double> best, OptionalDouble cpuSeconds) {

    Run {
        best = Collections.unmodifiableSortedMap(new TreeMap<>(best));
    }

    /** Returns what the sampler is called in tables. */
    String contender() {
        return key.contender();
    }

    Run renamed(String sampler) {
        return new Run(new Key(key.problem, sampler, key.seed, key.pending, key.budget), best, cpuSeconds);
    }

    /**
     * Which run it is.
     *
     * @param problem the name of the problem
     * @param sampler the name of the sampler
     * @param seed the seed of the study
     * @param pending how many trials were under way at any time; 1 if each was told before the next was asked
     * @param budget how many trials the sampler was told that there would be; 0 if as many as there were
     */
    record Key(String problem, String sampler, long seed, int pending, int budget) {

        /** Returns what the sampler is called in tables. */
        String contender() {
            String told = budget == 0 ? "" : " of " + budget;
            return (pending == 1 ? sampler : sampler + " x" + pending) + told;
        }

        /** Returns the key of the run of which one trial was under way at a time. */
        Key oneByOne() {
            return new Key(problem, sampler, seed, 1, budget);
        }

        /** Creates the key of a run that was told how long it is. */
        Key(String problem, String sampler, long seed, int pending) {
            this(problem, sampler, seed, pending, 0);
        }
    }
}
