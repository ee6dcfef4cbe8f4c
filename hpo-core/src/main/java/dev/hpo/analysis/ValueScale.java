// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.encoding.Row;
import dev.hpo.forest.Sample;
import dev.hpo.trial.Direction;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The way from ranks in the space back to objective values, along the complete trials. */
final class ValueScale {

    private final double[] ranks;
    private final double[] values;

    /**
     * Creates a scale.
     *
     * @param rows the trials, one of them complete at least
     * @param sample as many points with their ranks
     * @param direction which values are better
     */
    ValueScale(List<Row> rows, Sample sample, Direction direction) {
        int[] order = IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).kind() == Row.Kind.COMPLETE)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> rows.get(row).value()))
                .mapToInt(Integer::intValue)
                .toArray();
        ranks = Arrays.stream(order).mapToDouble(row -> sample.losses()[row]).toArray();
        values = Arrays.stream(order)
                .mapToDouble(row -> direction.asLoss(rows.get(row).value()))
                .toArray();
    }

    /** Returns the objective value at a rank, from 0 for the best to 1; between trials on the straight line from one to the next. */
    double at(double rank) {
        int above = 0;
        while (above < ranks.length && ranks[above] < rank) {
            above++;
        }
        if (above == 0 || above == ranks.length || ranks[above] == ranks[above - 1]) {
            return values[Math.min(above, ranks.length - 1)];
        }
        double share = (rank - ranks[above - 1]) / (ranks[above] - ranks[above - 1]);
        return (1 - share) * values[above - 1] + share * values[above];
    }
}
