// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.encoding;

import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** A history as rows of points and losses, by the trials' numbers. Immutable. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Table {

    private final Encoding encoding;
    private final Direction direction;
    private final List<Row> rows;

    private Table(Encoding encoding, Direction direction, List<Row> rows) {
        this.encoding = encoding;
        this.direction = direction;
        this.rows = rows;
    }

    /** Returns the rows of a history. */
    public static Table of(Encoding encoding, Direction direction, History history) {
        return new Table(encoding, direction, List.of()).of(history);
    }

    /** Returns the encoding of the points. */
    public Encoding encoding() {
        return encoding;
    }

    /** Returns all rows by the trials' numbers. */
    public List<Row> rows() {
        return rows;
    }

    /** Returns the rows of one kind by the trials' numbers. */
    public List<Row> of(Row.Kind kind) {
        List<Row> some = new ArrayList<>();
        for (Row row : rows) {
            if (row.kind() == kind) {
                some.add(row);
            }
        }
        return some;
    }

    /** Returns the rows of another history, those of trials that it shares with this one as they are. */
    @SuppressWarnings(
            "ReferenceEquality") // Records of long trials are slow to compare; an unchanged one is the same object.
    private Table of(History history) {
        List<Row> all = new ArrayList<>(history.size());
        for (TrialRecord trial : history.trials()) {
            Row known = trial.number() < rows.size() ? rows.get(trial.number()) : null;
            if (known == null || known.trial().configuration() != trial.configuration()) {
                all.add(row(trial, encoding.encode(trial.configuration())));
            } else {
                all.add(known.trial() == trial ? known : row(trial, known.point()));
            }
        }
        return new Table(encoding, direction, all);
    }

    private Row row(TrialRecord trial, double[] point) {
        double value = trial.value().orElseGet(() -> trial.lastObservation()
                .map(observation -> observation.value())
                .orElse(Double.NaN));
        return new Row(trial, point, kind(trial), direction == Direction.MINIMIZE ? value : -value);
    }

    private static Row.Kind kind(TrialRecord trial) {
        return switch (trial.state()) {
            case COMPLETE -> Row.Kind.COMPLETE;
            case PRUNED -> Row.Kind.PRUNED;
            case FAILED -> wasInterrupted(trial) ? Row.Kind.INTERRUPTED : Row.Kind.FAILED;
            case RUNNING, WAITING -> Row.Kind.PENDING;
        };
    }

    private static boolean wasInterrupted(TrialRecord trial) {
        return trial.failure()
                .filter(failure -> failure.kind() == Failure.Kind.INTERRUPTED)
                .isPresent();
    }

    /** Keeps the table that was asked for last, so that the next one encodes new trials only. Safe for use by several threads. */
    @API(status = Status.INTERNAL, since = "0.1")
    public static final class Cache {

        private final AtomicReference<@Nullable Table> last = new AtomicReference<>();

        /** Creates an empty cache. */
        public Cache() {}

        /** Returns the rows of a history. */
        public Table of(Encoding encoding, Direction direction, History history) {
            Table known = last.get();
            if (known == null || known.encoding != encoding || known.direction != direction) {
                known = new Table(encoding, direction, List.of());
            }
            Table table = known.of(history);
            last.set(table);
            return table;
        }
    }
}
