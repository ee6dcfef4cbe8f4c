// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * A persistent array of trials: a directory of pages, of which a change copies only one, and the directory.
 *
 * <p>The counts by state, and of kinds of trials, go with it, so that nobody walks a long history for them.
 */
final class TrialPages {

    private static final int PAGE = 128;

    static final TrialPages EMPTY = new TrialPages(new TrialRecord[0][], 0, TrialTally.NONE);

    private final TrialRecord[][] pages;
    private final int size;
    private final TrialTally counts;

    private TrialPages(TrialRecord[][] pages, int size, TrialTally counts) {
        this.pages = pages;
        this.size = size;
        this.counts = counts;
    }

    int size() {
        return size;
    }

    TrialTally counts() {
        return counts;
    }

    TrialRecord get(int number) {
        if (number < 0 || number >= size) {
            throw new IndexOutOfBoundsException("trial " + number + " must be from 0 to " + (size - 1));
        }
        return pages[number / PAGE][number % PAGE];
    }

    TrialPages with(int number, TrialRecord trial) {
        int newSize = Math.max(size, number + 1);
        int page = number / PAGE;
        int length = Math.min(PAGE, newSize - page * PAGE);
        TrialRecord[][] newPages = Arrays.copyOf(pages, Math.max(pages.length, page + 1));
        newPages[page] = page < pages.length ? Arrays.copyOf(pages[page], length) : new TrialRecord[length];
        newPages[page][number % PAGE] = trial;
        TrialTally rest = number < size ? counts.plus(get(number), -1) : counts;
        return new TrialPages(newPages, newSize, rest.plus(trial, 1));
    }

    /** Returns the first trials only. */
    TrialPages prefix(int newSize) {
        TrialTally rest = counts;
        for (int number = newSize; number < size; number++) {
            rest = rest.plus(get(number), -1);
        }
        return newSize >= size ? this : new TrialPages(pages, newSize, rest);
    }

    /** Returns the numbers of the trials that another array lacks or has another record of, rising. */
    int[] changedSince(TrialPages other) {
        IntStream.Builder changed = IntStream.builder();
        for (int page = 0; page * PAGE < size; page++) {
            if (page >= other.pages.length || pages[page] != other.pages[page] || (page + 1) * PAGE > other.size) {
                addChanged(page, other, changed);
            }
        }
        return changed.build().toArray();
    }

    @SuppressWarnings(
            "ReferenceEquality") // Records of long trials are slow to compare; an unchanged one is the same object.
    private void addChanged(int page, TrialPages other, IntStream.Builder changed) {
        for (int number = page * PAGE; number < Math.min(size, (page + 1) * PAGE); number++) {
            if (number >= other.size || get(number) != other.get(number)) {
                changed.add(number);
            }
        }
    }

    List<TrialRecord> asList() {
        return new View();
    }

    private final class View extends AbstractList<TrialRecord> implements RandomAccess {
        @Override
        public TrialRecord get(int index) {
            return TrialPages.this.get(index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
