// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.encoding.Dimension;
import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Row;
import dev.hpo.forest.Sample;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much the values of a coordinate among the best trials differ from those among all: the Pearson divergence of their densities, as a
 * share of those of all coordinates.
 *
 * <p>It says where the best trials are, not what makes the difference between good and bad, and depends on how a sampler has chosen.
 *
 * <p>Source: Watanabe, Bansal and Hutter, "PED-ANOVA: efficiently quantifying hyperparameter importance in arbitrary subspaces",
 * IJCAI 2023, section 4.
 */
final class PedAnova {

    /** Which part of the trials are the best. */
    private static final double BEST = 0.1;

    private static final int FEWEST_BEST = 5;

    private PedAnova() {}

    /** Returns the shares, by coordinate; all 0 if no coordinate differs. */
    static double[] of(Encoding encoding, List<Row> rows, Sample sample) {
        int[] order = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> sample.losses()[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        int best = Math.min(order.length, Math.max(FEWEST_BEST, (int) Math.ceil(BEST * order.length)));
        double[] divergences = new double[encoding.size()];
        for (Dimension dimension : encoding.dimensions()) {
            double[] all = Arrays.stream(order)
                    .mapToDouble(row -> sample.points()[row][dimension.index()])
                    .toArray();
            divergences[dimension.index()] = divergence(dimension, Arrays.copyOf(all, best), all);
        }
        double sum = Arrays.stream(divergences).sum();
        return Arrays.stream(divergences).map(one -> sum > 0 ? one / sum : 0).toArray();
    }

    private static double divergence(Dimension dimension, double[] best, double[] all) {
        Cells cells = new Cells(dimension);
        double[] some = density(dimension, cells, present(best));
        double[] base = density(dimension, cells, present(all));
        double sum = 0;
        for (int cell = 0; cell < base.length; cell++) {
            double excess = some[cell] / base[cell] - 1;
            sum += base[cell] * excess * excess;
        }
        // Where the coordinate does not exist it makes no difference.
        return sum * present(best).length / best.length;
    }

    private static double[] present(double[] positions) {
        return Arrays.stream(positions)
                .filter(position -> !Double.isNaN(position))
                .toArray();
    }

    /** Returns the probability of each cell by a kernel about each position, and one more trial that may be anywhere. */
    private static double[] density(Dimension dimension, Cells cells, double[] positions) {
        double width = width(positions);
        int[] counts = new int[cells.count()];
        for (double position : positions) {
            counts[cells.of(position)]++;
        }
        double[] density = new double[counts.length];
        Arrays.setAll(density, cell -> cells.weight(cell) / (positions.length + 1));
        for (int from = 0; from < counts.length; from++) {
            double share = counts[from] / (positions.length + 1.0);
            if (dimension.isCategorical()) {
                density[from] += share;
            } else if (counts[from] > 0) {
                double[] kernel = kernel(cells, from, width);
                for (int cell = 0; cell < kernel.length; cell++) {
                    density[cell] += share * kernel[cell];
                }
            }
        }
        return density;
    }

    private static double[] kernel(Cells cells, int center, double width) {
        double[] kernel = new double[cells.count()];
        Arrays.setAll(kernel, cell -> {
            double distance = (cells.position(cell) - cells.position(center)) / width;
            return cells.weight(cell) * Math.exp(-distance * distance / 2);
        });
        double sum = Arrays.stream(kernel).sum();
        return Arrays.stream(kernel).map(part -> part / sum).toArray();
    }

    /** Scott's rule for positions of the unit interval, not narrower than a cell. */
    private static double width(double[] positions) {
        double mean = Arrays.stream(positions).average().orElse(0);
        double variance = Arrays.stream(positions)
                .map(position -> (position - mean) * (position - mean))
                .average()
                .orElse(0);
        return Math.max(1.0 / Cells.MOST, Math.sqrt(variance) * Math.pow(Math.max(1, positions.length), -0.2));
    }
}
