// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.forest;

import dev.hpo.numeric.Gauss;
import dev.hpo.numeric.Medians;
import dev.hpo.sampler.encoding.Row;
import java.util.Arrays;
import java.util.List;

/** Turns results into losses that a model can learn: only their order counts, and they are spread as normal numbers are. */
final class Scores {

    private Scores() {}

    /**
     * Returns a loss for each row that has ended: the normal quantile of its rank, the mean one for equal results.
     *
     * <p>A pruned trial counts as no better than the median of the complete ones, a failed one as the worst of all.
     */
    static double[] of(List<Row> rows) {
        double[] complete = rows.stream()
                .filter(row -> row.kind() == Row.Kind.COMPLETE)
                .mapToDouble(Row::value)
                .toArray();
        double median = complete.length == 0 ? Double.NEGATIVE_INFINITY : Medians.of(complete);
        return ranked(rows.stream().mapToDouble(row -> value(row, median)).toArray());
    }

    private static double value(Row row, double median) {
        return switch (row.kind()) {
            case COMPLETE -> row.value();
            case PRUNED -> Double.isNaN(row.value()) ? Double.POSITIVE_INFINITY : Math.max(median, row.value());
            case FAILED, PENDING -> Double.POSITIVE_INFINITY;
        };
    }

    private static double[] ranked(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] scores = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double rank = (count(sorted, values[i], false) + count(sorted, values[i], true)) / 2.0;
            scores[i] = Gauss.quantile(rank / values.length);
        }
        return scores;
    }

    /** Returns how many of some rising values are below a bound, or at it as well. */
    private static int count(double[] sorted, double bound, boolean equalOnes) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < bound || (equalOnes && sorted[middle] == bound)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
