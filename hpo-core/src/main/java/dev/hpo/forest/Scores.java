// SPDX-License-Identifier: Apache-2.0
package dev.hpo.forest;

import dev.hpo.encoding.Row;
import dev.hpo.numeric.Medians;
import dev.hpo.numeric.NormalScores;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Turns results into losses that a model can learn: only their order counts, and they are spread as normal numbers are. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Scores {

    private Scores() {}

    /**
     * Returns a loss for each row that has ended: the normal quantile of its rank, the mean one for equal results.
     *
     * <p>A pruned trial counts as no better than the median of the complete ones, a failed one as the worst of all.
     */
    public static double[] of(List<Row> rows) {
        double[] complete = rows.stream()
                .filter(row -> row.kind() == Row.Kind.COMPLETE)
                .mapToDouble(Row::value)
                .toArray();
        double median = complete.length == 0 ? Double.NEGATIVE_INFINITY : Medians.of(complete);
        return NormalScores.of(
                rows.stream().mapToDouble(row -> value(row, median)).toArray());
    }

    private static double value(Row row, double median) {
        return switch (row.kind()) {
            case COMPLETE -> row.value();
            case PRUNED -> Double.isNaN(row.value()) ? Double.POSITIVE_INFINITY : Math.max(median, row.value());
            case FAILED, SILENT, PENDING -> Double.POSITIVE_INFINITY;
        };
    }
}
