// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import dev.hpo.gp.Data;
import dev.hpo.gp.Fits;
import dev.hpo.gp.Inputs;
import dev.hpo.gp.Priors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The losses to learn from: those of complete trials, and what can be said of pruned ones.
 *
 * <p>A pruned trial would have ended somewhere not good. It is taken to have its last loss or the median of the complete ones,
 * whichever is worse, with four times the noise: what a half-trained model says of the end of its training (a censored observation).
 */
final class Observations {

    private static final double PRUNED_NOISE = 4;

    private final List<Row> rows;
    private final List<double[]> points;
    private final double[] losses;
    private final double[] noises;

    private Observations(List<Row> rows, double[] losses, double[] noises) {
        this.rows = rows;
        this.points = rows.stream().map(Row::point).toList();
        this.losses = losses;
        this.noises = noises;
    }

    /** Returns those of a table. */
    static Observations of(Table table) {
        return of(table.rows().stream()
                .filter(row -> row.kind() == Row.Kind.COMPLETE || row.kind() == Row.Kind.PRUNED)
                .toList());
    }

    private static Observations of(List<Row> rows) {
        double[] complete = rows.stream()
                .filter(row -> row.kind() == Row.Kind.COMPLETE)
                .mapToDouble(Row::value)
                .sorted()
                .toArray();
        double[] losses = new double[rows.size()];
        double[] noises = new double[rows.size()];
        for (int i = 0; i < losses.length; i++) {
            Row row = rows.get(i);
            boolean pruned = row.kind() == Row.Kind.PRUNED;
            losses[i] = pruned ? censored(row.value(), complete) : row.value();
            noises[i] = pruned ? PRUNED_NOISE : 1;
        }
        return new Observations(rows, losses, noises);
    }

    private static double censored(double last, double[] complete) {
        if (complete.length == 0) {
            return Double.isFinite(last) ? last : 0;
        }
        double worst = complete[complete.length - 1];
        return Double.isFinite(last) ? Math.max(last, complete[complete.length / 2]) : worst;
    }

    int size() {
        return losses.length;
    }

    List<double[]> points() {
        return points;
    }

    double[] losses() {
        return losses;
    }

    double[] noises() {
        return noises;
    }

    /** Returns the earliest ones, as they would be if there were no others. */
    Observations first(int count) {
        return of(rows.subList(0, count));
    }

    /** Returns what a model is fitted to. */
    Data warped(Warp warp) {
        return new Data(points, warp.of(losses), noises);
    }

    /** Returns the hyperparameters of a model of the losses, as logarithms; not to be changed. */
    double[] fit(Inputs inputs, Warp warp, Fits fits) {
        Observations some = first(Fits.scheduled(size())).thinned(Fits.most(inputs.size()));
        return fits.of(inputs, Priors.ofLosses(inputs.size()), some.warped(warp));
    }

    /**
     * Returns some of them, if there are more than wanted: the better half of the number wanted, and of the rest, by their losses, every
     * so many-eth.
     */
    Observations thinned(int wanted) {
        if (size() <= wanted) {
            return this;
        }
        List<Integer> byLoss = IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> losses[place]))
                .toList();
        List<Integer> kept = new ArrayList<>(byLoss.subList(0, wanted / 2));
        int rest = wanted - wanted / 2;
        for (int i = 0; i < rest; i++) {
            kept.add(byLoss.get(wanted / 2 + (int) ((long) i * (size() - wanted / 2) / rest)));
        }
        kept.sort(Comparator.naturalOrder());
        return new Observations(
                kept.stream().map(rows::get).toList(),
                kept.stream().mapToDouble(place -> losses[place]).toArray(),
                kept.stream().mapToDouble(place -> noises[place]).toArray());
    }
}
