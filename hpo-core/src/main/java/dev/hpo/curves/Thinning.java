// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import java.util.ArrayList;
import java.util.List;

/** Leaves some trials out where there are very many. */
final class Thinning {

    private Thinning() {}

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
