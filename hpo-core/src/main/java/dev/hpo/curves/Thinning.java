// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves some trials out where there are very many. */
final class Thinning {

    private Thinning() {}

    /** Returns all trials, or half as many as wanted that have come furthest, the latest first, and of the others the latest and every so many-eth; in their order. */
    static List<Trace> furthest(List<Trace> traces, int wanted) {
        if (traces.size() <= wanted) {
            return traces;
        }
        List<Trace> furthest = traces.stream()
                .sorted(Comparator.comparingInt(Trace::reached)
                        .thenComparingInt(Trace::number)
                        .reversed())
                .limit(wanted / 2)
                .toList();
        Set<Trace> kept = new HashSet<>(furthest);
        kept.addAll(
                evenly(traces.stream().filter(trace -> !kept.contains(trace)).toList(), wanted - wanted / 2));
        return traces.stream().filter(kept::contains).toList();
    }

    /** Returns all trials, or the latest half of the number wanted, and of those before every so many-eth. */
    static List<Trace> evenly(List<Trace> traces, int wanted) {
        if (traces.size() <= wanted) {
            return traces;
        }
        int latest = wanted / 2;
        int earlier = traces.size() - latest;
        List<Trace> kept = new ArrayList<>(wanted);
        for (int i = 0; i < wanted - latest; i++) {
            kept.add(traces.get((int) ((long) i * earlier / (wanted - latest))));
        }
        kept.addAll(traces.subList(earlier, traces.size()));
        return kept;
    }
}
