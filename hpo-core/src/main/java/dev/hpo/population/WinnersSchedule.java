// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.population.Segments.Entry;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the best model of a population has lived through, segment by segment: the schedule that can be shipped.
 *
 * @param rows the segments, by rising step; at least one
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record WinnersSchedule(List<Row> rows) {

    /**
     * One segment.
     *
     * @param trial the number of its trial
     * @param from the step after which it begins
     * @param to the last step of it
     * @param configuration what was trained with
     * @param value the objective value at its end
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Row(int trial, long from, long to, Configuration configuration, double value) {}

    /**
     * Creates a schedule.
     *
     * @throws IllegalArgumentException if there is no row, or one does not begin where the one before ends
     */
    public WinnersSchedule {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "rows ([]) must be at least one; a schedule is made of a complete trial");
        }
        for (int row = 1; row < rows.size(); row++) {
            if (rows.get(row).from() != rows.get(row - 1).to()) {
                throw new IllegalArgumentException(
                        "row " + row + " (" + rows.get(row).from() + ") must begin where the one before ends, at "
                                + rows.get(row - 1).to());
            }
        }
    }

    /**
     * Returns what the best trial of a population has lived through: of all that have ended, in whatever generation; of equal ones the earliest.
     *
     * @return empty if none is complete
     */
    public static Optional<WinnersSchedule> of(PopulationPlan plan, History history, Direction direction) {
        Segments segments = plan.segments(history);
        return segments.best(direction).map(best -> new WinnersSchedule(rows(segments.lineage(best))));
    }

    /** A trial has come to its last report, or to the end of its segment if it has none; each begins where the one before has come to. */
    private static List<Row> rows(List<Entry> lineage) {
        List<Row> rows = new ArrayList<>();
        long from = 0;
        for (Entry entry : lineage) {
            rows.add(new Row(
                    entry.number(),
                    from,
                    entry.reached(),
                    entry.trial().configuration(),
                    entry.trial().value().orElseThrow()));
            from = entry.reached();
        }
        return rows;
    }

    /**
     * Returns what a step is to be trained with: that of the segment it lies in, of the first one before that, and of the last one after all.
     *
     * @param step counted as in the reports
     */
    public Configuration at(long step) {
        for (Row row : rows) {
            if (step <= row.to()) {
                return row.configuration();
            }
        }
        return rows.get(rows.size() - 1).configuration();
    }

    /** Returns the number of the trial that came out of it, whose checkpoint is kept while it is the best. */
    public int winner() {
        return rows.get(rows.size() - 1).trial();
    }

    /** Returns the last step. */
    public long steps() {
        return rows.get(rows.size() - 1).to();
    }

    /** Returns the objective value at its end. */
    public double value() {
        return rows.get(rows.size() - 1).value();
    }
}
