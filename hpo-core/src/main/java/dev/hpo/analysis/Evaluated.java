// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.encoding.Dimension;
import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import dev.hpo.forest.Sample;
import dev.hpo.forest.Scores;
import dev.hpo.numeric.Ranks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The trials of a study that have a value: complete ones, and pruned ones, which are taken as no better than the median of the complete ones.
 * To leave the pruned ones out would hide what makes trials hopeless. Failed ones have no value.
 */
final class Evaluated {

    /** With fewer values than these nothing can be told from chance. */
    static final int FEWEST = 10;

    /** Why nothing can be said where all configurations are about the same. */
    static final String TOO_ALIKE = "no hyperparameter has varied enough to say what matters";

    private static final int FEWEST_COMPLETE = 5;

    /** A coordinate must have existed in as many trials. */
    private static final int FEWEST_PRESENT = 5;

    private final Table table;
    private final List<Row> rows;

    Evaluated(Table table) {
        this.table = table;
        this.rows = table.withResult().stream()
                .filter(row -> row.kind() != Row.Kind.FAILED)
                .toList();
    }

    List<Row> rows() {
        return rows;
    }

    /** Returns the lowest loss of a complete trial; empty if there is none. */
    OptionalDouble best() {
        return rows.stream()
                .filter(row -> row.kind() == Row.Kind.COMPLETE)
                .mapToDouble(Row::value)
                .min();
    }

    int size() {
        return rows.size();
    }

    /** Returns the points with the ranks of their values, from 1 for the best. */
    Sample sample() {
        return new Sample(rows.stream().map(Row::point).toArray(double[][]::new), Ranks.of(Scores.of(rows)));
    }

    /** Returns whether any has gone on from another one's checkpoint: then their values are not those of their configurations alone, nor of one length. */
    boolean isOfParts() {
        return rows.stream().anyMatch(row -> row.trial().isFork());
    }

    /** Returns why a model can learn nothing from them, for people; empty if it can. */
    Optional<String> shortage() {
        if (isOfParts()) {
            return Optional.of(
                    "trials went on from one another's checkpoints, so that their values are not those of their configurations, and nothing is said of what matters");
        }
        long complete =
                rows.stream().filter(row -> row.kind() == Row.Kind.COMPLETE).count();
        if (complete == 0) {
            return Optional.of("no trial is complete, so nothing can be said of what matters");
        }
        if (rows.size() < FEWEST || complete < FEWEST_COMPLETE) {
            return Optional.of("too few trials to say what matters: " + rows.size() + " with a value, " + complete
                    + " of them complete; it takes " + FEWEST + " and " + FEWEST_COMPLETE);
        }
        if (Arrays.stream(Scores.of(rows)).distinct().count() == 1) {
            return Optional.of("all " + rows.size() + " values are equal, so nothing tells what matters");
        }
        return table.encoding().dimensions().stream()
                        .allMatch(dimension -> silence(dimension).isPresent())
                ? Optional.of(TOO_ALIKE)
                : Optional.empty();
    }

    /** Returns why nothing can be said of one coordinate, for people; empty if something can. */
    Optional<String> silence(Dimension dimension) {
        if (dimension.isConstant()) {
            return Optional.of("has one value only");
        }
        double[] positions = rows.stream()
                .mapToDouble(row -> row.point()[dimension.index()])
                .filter(position -> !Double.isNaN(position))
                .toArray();
        if (positions.length < FEWEST_PRESENT) {
            return Optional.of("exists in " + positions.length + " of " + rows.size() + " trials");
        }
        return Arrays.stream(positions).distinct().count() == 1
                ? Optional.of("had the same value in all trials")
                : Optional.empty();
    }
}
