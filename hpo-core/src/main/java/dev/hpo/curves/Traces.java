// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import dev.hpo.numeric.Ranks;
import dev.hpo.trial.Aim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What all trials had at the levels that they have come to. */
final class Traces {

    /** Of fewer complete trials no correlation says anything. */
    static final int SOME = 6;

    private static final double LEAST = 0.3;

    /** The rank correlation of an order that is plain to see, though there are few. */
    private static final double CLEAR = 0.5;

    /** Fewer trials have no order. */
    private static final int FEW = 4;

    /** Fewer ends have none. Of these it is seen only whether there is nothing at all in the order of before. */
    private static final int FEW_ENDS = 3;

    private final Ladder ladder;
    private final Aim aim;
    private final List<Trace> all;
    private final List<Trace> complete;
    private final List<Row> rows;

    private Traces(Ladder ladder, Aim aim, List<Trace> all, List<Row> rows) {
        this.ladder = ladder;
        this.aim = aim;
        this.all = all;
        this.complete = all.stream().filter(Trace::isComplete).toList();
        this.rows = rows;
    }

    /**
     * Reads the trials of a table.
     *
     * @param which the numbers of those that count
     */
    static Traces of(Table table, Ladder ladder, Aim aim, IntPredicate which) {
        List<Trace> all = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            if (row.kind() != Row.Kind.SILENT && which.test(row.number())) {
                Trace trace = Trace.of(row.trial(), row.point(), ladder, aim);
                if (trace.reached() > 0) {
                    all.add(trace);
                }
                rows.add(row);
            }
        }
        return new Traces(ladder, aim, all, rows);
    }

    Ladder ladder() {
        return ladder;
    }

    Aim aim() {
        return aim;
    }

    /** Returns those of the trials that have come to a level, by their numbers. */
    List<Trace> all() {
        return all;
    }

    List<Trace> complete() {
        return complete;
    }

    /** Returns the levels that say something of the end, which is the last one. */
    List<Integer> telling() {
        Squeeze squeeze = Squeeze.of(all);
        List<Integer> telling = new ArrayList<>();
        for (int level = 0; level < ladder.top(); level++) {
            int at = level;
            if (complete.size() < SOME
                    || Spread.correlation(places(squeeze, trace -> trace.loss(at)), places(squeeze, Trace::last))
                            >= LEAST) {
                telling.add(level);
            }
        }
        telling.add(ladder.top());
        return telling;
    }

    /**
     * Returns whether trials that go on keep anything of their order, as far as is known. They do not if what they had at the level before the end is in the order of no level
     * before, or if their ends are against that of all levels. While very few have come to the level before the end, those before it count too.
     */
    boolean areInOrder() {
        int top = ladder.top();
        int before = top - 1;
        int some = before < 1 ? 0 : through(before).size();
        boolean isKept = some < FEW
                || isInOrder(before, CLEAR)
                || (some == FEW && IntStream.range(1, before).anyMatch(level -> isInOrder(level, CLEAR)));
        return isKept && (top < 1 || through(top).size() < FEW_ENDS || isInOrder(top, Double.MIN_VALUE));
    }

    /** Returns whether the losses at a level have a rank correlation with those at any level before, or are all the same, which says nothing. */
    private boolean isInOrder(int level, double least) {
        List<Trace> through = through(level);
        boolean isAnyOrder = through.stream()
                        .mapToDouble(trace -> trace.loss(level))
                        .distinct()
                        .count()
                > 1;
        return !isAnyOrder || IntStream.range(0, level).anyMatch(before -> order(through, before, level) >= least);
    }

    private List<Trace> through(int level) {
        return all.stream().filter(trace -> trace.reached() > level).toList();
    }

    private static double order(List<Trace> traces, int from, int to) {
        return Ranks.correlation(
                traces.stream().mapToDouble(trace -> trace.loss(from)).toArray(),
                traces.stream().mapToDouble(trace -> trace.loss(to)).toArray());
    }

    private double[] places(Squeeze squeeze, ToDoubleFunction<Trace> loss) {
        return complete.stream().mapToDouble(loss).map(squeeze::of).toArray();
    }

    /** Returns whether what is reported last has little to do with the values that trials are given in the end. */
    boolean areMisleading() {
        List<Row> ended = rows.stream()
                .filter(row -> row.kind() == Row.Kind.COMPLETE
                        && !row.trial().observations().isEmpty())
                .toList();
        double[] last = ended.stream().mapToDouble(this::lastReported).toArray();
        double[] ends = ended.stream().mapToDouble(Row::value).toArray();
        return ended.size() >= SOME && Ranks.correlation(last, ends) < LEAST && !Arrays.equals(last, ends);
    }

    private double lastReported(Row row) {
        double value = aim.value(
                        row.trial().progress(), row.trial().observations().size())
                .orElse(Double.NaN);
        return Double.isFinite(value) ? aim.direction().asLoss(value) : Double.POSITIVE_INFINITY;
    }

    /** Returns the points of trials that run and have come to no level beyond a number of them. */
    List<double[]> pending(int levels) {
        return rows.stream()
                .filter(row -> row.kind() == Row.Kind.PENDING
                        && Trace.of(row.trial(), row.point(), ladder, aim).reached() <= levels)
                .map(Row::point)
                .toList();
    }
}
