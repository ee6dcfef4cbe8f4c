// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** After how many trials runs are compared. */
final class Checkpoints {

    /** The numbers of trials of the tables. */
    static final List<Integer> READ = List.of(25, 50, 100, 200);

    private Checkpoints() {}

    /** Returns the numbers of trials that a run of some length is kept at: those read, 85 % of them, and its end. */
    static SortedSet<Integer> of(int trials) {
        SortedSet<Integer> all = new TreeSet<>(READ);
        READ.forEach(n -> all.add(earlier(n)));
        all.add(trials);
        return all;
    }

    /** Returns the columns in the order of the file: those that everybody writes first. */
    static List<Integer> columns(int trials) {
        List<Integer> columns = new ArrayList<>(READ);
        of(trials).stream().filter(n -> !READ.contains(n)).forEach(columns::add);
        return columns;
    }

    /** Returns 85 % of a number of trials: as far as a sequential run must be for a concurrent one to be as good at n. */
    static int earlier(int n) {
        return n * 85 / 100;
    }
}
