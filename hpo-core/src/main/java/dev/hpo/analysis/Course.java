// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what the order of the trials tells: whether more would help, and whether some were wasted. */
final class Course {

    /** With fewer trials than these nobody expects the best to have been found. */
    private static final int FEWEST = 20;

    /** The part of a study after which the best counts as found late. */
    private static final double LATE = 0.8;

    /** The part of a study before which the best counts as found early. */
    private static final double EARLY = 0.5;

    private Course() {}

    /** Returns what is found, from trials by their numbers. */
    static List<Finding> of(Table table) {
        List<Row> ended = table.withResult();
        List<Finding> found = new ArrayList<>();
        gain(ended, found);
        Set<Object> seen = new HashSet<>();
        long repeated = ended.stream()
                .filter(row ->
                        !row.trial().isRejected() && !seen.add(row.trial().configuration()))
                .count();
        if (repeated > 0) {
            found.add(Finding.of(
                    Finding.Kind.DUPLICATES,
                    repeated + " of " + ended.size()
                            + (repeated == 1 ? " trials repeats" : " trials repeat")
                            + " a configuration that had been tried before"));
        }
        return found;
    }

    private static void gain(List<Row> ended, List<Finding> found) {
        int last = -1;
        double best = Double.POSITIVE_INFINITY;
        for (int place = 0; place < ended.size(); place++) {
            Row row = ended.get(place);
            if (row.kind() == Row.Kind.COMPLETE && row.value() < best) {
                best = row.value();
                last = place;
            }
        }
        int size = ended.size();
        int since = size - 1 - last;
        if (last < 0 || size < FEWEST) {
            return;
        }
        if (last + 1 > LATE * size) {
            String when = since == 0
                    ? "the last trial of " + size + " is"
                    : "one of the last " + (since + 1) + " of " + size + " trials is";
            found.add(
                    Finding.of(Finding.Kind.MORE_BUDGET, when + " the best; more trials may well bring a better one"));
        } else if (last + 1 <= EARLY * size) {
            found.add(Finding.of(
                    Finding.Kind.NO_GAIN, "the last " + since + " of " + size + " trials brought nothing better"));
        }
    }
}
