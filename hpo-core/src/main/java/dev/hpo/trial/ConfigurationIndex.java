// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.Configuration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which configuration was tried first by which trial, for a line of histories of which each extends the one before.
 *
 * <p>All histories of the line share one index, which is filled when somebody asks, and each looks no further than its own
 * size. A history that would extend a line which another has extended already begins a new one.
 */
final class ConfigurationIndex {

    private final AtomicInteger claimed;
    private final Map<Configuration, Integer> firstTrials = new HashMap<>();

    /** How many different configurations there are up to each trial that has been looked at. */
    private final List<Integer> distinct = new ArrayList<>();

    /** Creates the index of a new line, of which one history has some size. */
    ConfigurationIndex(int size) {
        this.claimed = new AtomicInteger(size);
    }

    /** Returns the index for a history of one trial more: this one, unless another history has taken that place. */
    ConfigurationIndex extend(int size) {
        return claimed.compareAndSet(size, size + 1) ? this : new ConfigurationIndex(size + 1);
    }

    /** Returns whether one of the trials on these pages has a configuration. */
    synchronized boolean contains(Configuration configuration, TrialPages pages) {
        catchUp(pages);
        Integer first = firstTrials.get(configuration);
        return first != null && first < pages.size();
    }

    /** Returns how many different configurations the trials on these pages have. */
    synchronized int distinct(TrialPages pages) {
        catchUp(pages);
        return pages.size() == 0 ? 0 : distinct.get(pages.size() - 1);
    }

    private void catchUp(TrialPages pages) {
        for (int number = distinct.size(); number < pages.size(); number++) {
            firstTrials.putIfAbsent(pages.get(number).configuration(), number);
            distinct.add(firstTrials.size());
        }
    }
}
