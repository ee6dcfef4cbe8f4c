// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import dev.hpo.sampler.encoding.Row;
import dev.hpo.sampler.encoding.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table from the best to the worst: complete ones by value, pruned ones by last value, those without a value,
 * and at the end the pending ones. Interrupted ones have no place.
 *
 * <p>A pruned trial was judged hopeless, and its last value may be of an early step: it comes after all that are complete.
 */
final class Ranking {

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::group)
            .thenComparingDouble(Place::value)
            .thenComparingInt(place -> place.row.number());

    private final Table table;
    private final List<Place> places;

    private Ranking(Table table, List<Place> places) {
        this.table = table;
        this.places = places;
    }

    /** Returns the ranking of a table. */
    static Ranking of(Table table) {
        return new Ranking(table, List.of()).of(table, 0);
    }

    /** Returns how many rows have a value by which they are ranked. */
    int ranked() {
        return firstFrom(Group.VALUELESS);
    }

    /** Returns how many rows are not pending. */
    int finished() {
        return firstFrom(Group.PENDING);
    }

    /** Returns how many rows have a place. */
    int size() {
        return places.size();
    }

    /** Returns the point of the row at a rank, counted from 0. */
    double[] point(int rank) {
        return places.get(rank).row.point();
    }

    /** Returns the ranking of another table; nearly sorted already, if that goes on from this one's. */
    private Ranking of(Table next, int known) {
        List<Row> rows = next.rows();
        List<Place> all = new ArrayList<>(rows.size());
        for (Place place : places) {
            int number = place.row.number();
            if (number < rows.size()) {
                Row row = rows.get(number);
                all.add(place.row == row ? place : Place.of(row));
            }
        }
        for (int number = known; number < rows.size(); number++) {
            all.add(Place.of(rows.get(number)));
        }
        all.removeIf(place -> place.row.kind() == Row.Kind.INTERRUPTED);
        all.sort(ORDER);
        return new Ranking(next, all);
    }

    private int firstFrom(Group group) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.get(middle).group.compareTo(group) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private enum Group {
        COMPLETE,
        PRUNED,
        VALUELESS,
        PENDING
    }

    private record Place(Row row, Group group, double value) {

        static Place of(Row row) {
            Group group = groupOf(row);
            boolean hasValue = group == Group.COMPLETE || group == Group.PRUNED;
            return new Place(row, group, hasValue ? row.value() : 0);
        }

        private static Group groupOf(Row row) {
            return switch (row.kind()) {
                case PENDING -> Group.PENDING;
                case FAILED, INTERRUPTED -> Group.VALUELESS;
                case COMPLETE -> Double.isNaN(row.value()) ? Group.VALUELESS : Group.COMPLETE;
                case PRUNED -> Double.isNaN(row.value()) ? Group.VALUELESS : Group.PRUNED;
            };
        }
    }

    /** Keeps the ranking that was asked for last, so that the next one sorts in new rows only. Safe for use by several threads. */
    static final class Cache {

        private final AtomicReference<@Nullable Ranking> last = new AtomicReference<>();

        /** Returns the ranking of a table. */
        Ranking of(Table table) {
            Ranking known = last.get();
            Ranking ranking = known == null || known.table.encoding() != table.encoding()
                    ? Ranking.of(table)
                    : known.of(table, known.table.rows().size());
            last.set(ranking);
            return ranking;
        }
    }
}
