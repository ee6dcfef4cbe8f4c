// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.pruning;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one pruner with one sampler found on one problem with one seed.
 *
 * @param key which run it is
 * @param best the value that one would have shipped after so many full trainings' worth of epochs; infinite if there was none
 */
record PrunedRun(Key key, SortedMap<Integer, Double> best) {

    /** After how many full trainings' worth of epochs runs are compared. */
    static final List<Integer> READ = List.of(5, 7, 10, 15, 20, 30, 50);

    PrunedRun {
        best = Collections.unmodifiableSortedMap(new TreeMap<>(best));
    }

    /**
     * Which run it is.
     *
     * @param problem the name of the problem
     * @param method what chose and stopped trials
     * @param seed the seed of the study
     */
    record Key(String problem, Method method, long seed) {}

    /**
     * What chooses and stops trials.
     *
     * @param sampler the name of the sampler
     * @param pruner the name of the pruner, followed by {@value #SAVING} if trainings save what others can go on from
     * @param workers how many trainings are under way at any time
     */
    record Method(String sampler, String pruner, int workers) {

        private static final String SAVING = ":resume";

        /** Returns whether trainings save what others can go on from. */
        boolean saves() {
            return pruner.endsWith(SAVING);
        }

        /** Returns the name of the pruner alone. */
        String rule() {
            return saves() ? pruner.substring(0, pruner.length() - SAVING.length()) : pruner;
        }
    }
}
