// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table from the best to the worst: complete ones by value, pruned ones by what their values came to, those without a value,
 * and at the end the pending ones. Interrupted ones have no place.
 *
 * <p>A pruned trial was judged hopeless, and its last value may be of an early step: it comes after all that are complete.
 */
final class Ranking {

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::group)
            .thenComparingDouble(Place::value)
            .thenComparingInt(place -> place.row.number());

    /** Of more changes than this, it is faster to sort anew. */
    private static final int MOVES = 64;

    private final Table table;
    private final List<Place> places;

    private Ranking(Table table, List<Place> places) {
        this.table = table;
        this.places = places;
    }

    /** Returns the ranking of a table. */
    static Ranking whole(Table table) {
        List<Place> places = new ArrayList<>(
                table.rows().stream().map(Place::of).flatMap(Optional::stream).toList());
        places.sort(ORDER);
        return new Ranking(table, places);
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

    /** Returns the ranking of another table: of one that goes on from this one's, by moving what has changed. */
    private Ranking of(Table next) {
        int[] changed = next.changedSince(table);
        List<Row> before = table.rows();
        if (changed.length > MOVES || next.rows().size() < before.size()) {
            return Ranking.whole(next);
        }
        List<Place> all = new ArrayList<>(places.size() + changed.length);
        all.addAll(places);
        for (int number : changed) {
            if (number < before.size()) {
                Place.of(before.get(number)).ifPresent(old -> all.remove(Collections.binarySearch(all, old, ORDER)));
            }
            Place.of(next.rows().get(number))
                    .ifPresent(place -> all.add(-1 - Collections.binarySearch(all, place, ORDER), place));
        }
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

        /** Returns the place of a row, if it has one. */
        static Optional<Place> of(Row row) {
            return switch (row.kind()) {
                case COMPLETE -> Optional.of(byValue(row, Group.COMPLETE));
                case PRUNED -> Optional.of(byValue(row, Group.PRUNED));
                case FAILED -> Optional.of(new Place(row, Group.VALUELESS, 0));
                case PENDING -> Optional.of(new Place(row, Group.PENDING, 0));
                case SILENT -> Optional.empty();
            };
        }

        private static Place byValue(Row row, Group group) {
            return Double.isNaN(row.value()) ? new Place(row, Group.VALUELESS, 0) : new Place(row, group, row.value());
        }
    }

    /** Keeps the ranking that was asked for last, so that the next one moves changed rows only. Safe for use by several threads. */
    static final class Cache {

        private final AtomicReference<@Nullable Ranking> last = new AtomicReference<>();

        /** Returns the ranking of a table. */
        Ranking of(Table table) {
            Ranking known = last.get();
            Ranking ranking = known == null ? Ranking.whole(table) : known.of(table);
            last.set(ranking);
            return ranking;
        }
    }
}
