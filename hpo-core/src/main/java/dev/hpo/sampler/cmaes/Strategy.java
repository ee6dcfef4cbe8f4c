// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How generations follow from results. Immutable. */
final class Strategy {

    private static final int PARENTS = 4;

    /** Complete trials by their losses, then pruned ones by theirs, then failed ones; equal ones by their numbers. */
    private static final Comparator<Row> BEST_FIRST = Comparator.comparingInt((Row row) -> order(row.kind()))
            .thenComparingDouble(
                    row -> row.kind() == Row.Kind.COMPLETE || row.kind() == Row.Kind.PRUNED ? row.value() : 0)
            .thenComparingInt(Row::number);

    private final Layout layout;
    private final long seed;

    Strategy(Encoding encoding, long seed) {
        this.layout = new Layout(encoding);
        this.seed = seed;
    }

    Layout layout() {
        return layout;
    }

    Member draw(Generation generation, int member, int attempt) {
        return generation.draw(layout, seed, member, attempt);
    }

    /**
     * Returns the first generation: around the mean of the better half of the trials that are there, the best four at most, the
     * better the more; around the centre if none is complete.
     */
    Generation first(List<Row> rows) {
        double[] mean = new double[layout.numbers()];
        Arrays.fill(mean, 0.5);
        List<Row> complete = new ArrayList<>(
                rows.stream().filter(row -> row.kind() == Row.Kind.COMPLETE).toList());
        complete.sort(BEST_FIRST);
        int parents = Math.min(PARENTS, (complete.size() + 1) / 2);
        return Generation.first(layout, parents == 0 ? mean : mean(complete.subList(0, parents), mean));
    }

    private double[] mean(List<Row> parents, double[] centre) {
        double[] mean = new double[centre.length];
        double sum = 0;
        for (int rank = 0; rank < parents.size(); rank++) {
            double weight = Math.log(parents.size() + 1) - Math.log(rank + 1);
            double[] position = layout.member(parents.get(rank).point(), centre).numbers();
            for (int at = 0; at < mean.length; at++) {
                mean[at] += weight * position[at];
            }
            sum += weight;
        }
        for (int at = 0; at < mean.length; at++) {
            mean[at] /= sum;
        }
        return mean;
    }

    /** Returns a trial as its distribution drew it; as it is, if it is not what was drawn. */
    Drawn drawn(Row row, Note note, Generation generation) {
        Member member = draw(generation, note.member(), note.attempt());
        double[] point = layout.point(member);
        return Layout.isSame(point, row.point())
                ? new Drawn(row.number(), note.generation(), layout.existing(member, point))
                : outsider(row, generation);
    }

    /** Returns a trial that was not drawn from any generation. */
    Drawn outsider(Row row, Generation generation) {
        return new Drawn(
                row.number(),
                -1,
                layout.member(row.point(), generation.gaussian().mean()));
    }

    /**
     * Returns the generation after another one.
     *
     * @param results as many trials as its population
     * @param rows all trials
     */
    Generation next(Generation generation, List<Drawn> results, List<Row> rows) {
        List<Drawn> ranked = new ArrayList<>(results);
        ranked.sort(Comparator.comparing(drawn -> rows.get(drawn.number()), BEST_FIRST));
        boolean[] own = new boolean[ranked.size()];
        for (int rank = 0; rank < own.length; rank++) {
            own[rank] = ranked.get(rank).generation() == generation.index();
        }
        Row first = rows.get(ranked.get(0).number());
        double best = first.kind() == Row.Kind.COMPLETE ? first.value() : Double.POSITIVE_INFINITY;
        Ranked population = new Ranked(ranked.stream().map(Drawn::member).toList(), own);
        return generation.next(layout, population, best, seed);
    }

    private static int order(Row.Kind kind) {
        return switch (kind) {
            case COMPLETE -> 0;
            case PRUNED -> 1;
            case FAILED, SILENT, PENDING -> 2;
        };
    }
}
