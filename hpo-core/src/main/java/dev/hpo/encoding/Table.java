// SPDX-License-Identifier: Apache-2.0
package dev.hpo.encoding;

import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** A history as rows of points and losses, by the trials' numbers. Immutable. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Table {

    private final Encoding encoding;
    private final Aim aim;
    private final History history;
    private final Row[] rows;

    private Table(Encoding encoding, Aim aim, History history, Row[] rows) {
        this.encoding = encoding;
        this.aim = aim;
        this.history = history;
        this.rows = rows;
    }

    private static Table empty(Encoding encoding, Aim aim) {
        return new Table(encoding, aim, History.empty(), new Row[0]);
    }

    /** Returns the rows of a history. */
    public static Table of(Encoding encoding, Aim aim, History history) {
        return empty(encoding, aim).of(history);
    }

    /** Returns the encoding of the points. */
    public Encoding encoding() {
        return encoding;
    }

    /** Returns what the trials are to reach. */
    public Aim aim() {
        return aim;
    }

    /** Returns all rows by the trials' numbers. */
    public List<Row> rows() {
        return Collections.unmodifiableList(Arrays.asList(rows));
    }

    /**
     * Returns the numbers, rising, of the rows that are not those of an earlier table or not in it. For tables of one study that takes
     * little time, however long they are.
     */
    public int[] changedSince(Table earlier) {
        boolean comparable = encoding == earlier.encoding && aim.equals(earlier.aim);
        return comparable
                ? history.changedSince(earlier.history)
                : IntStream.range(0, rows.length).toArray();
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

    /** Returns the rows that have a result, by the trials' numbers. */
    public List<Row> withResult() {
        return rows().stream().filter(Row::hasResult).toList();
    }

    /** Returns the table in which nothing can be learned from trials that were stopped or are paused. */
    public Table ofEnds() {
        Row[] some = rows.clone();
        for (int i = 0; i < some.length; i++) {
            if (some[i].kind() == Row.Kind.PRUNED) {
                some[i] = new Row(some[i].trial(), some[i].point(), Row.Kind.SILENT, some[i].value());
            }
        }
        return new Table(encoding, aim, history, some);
    }

    /** Returns the rows of another history, those of trials that it shares with this one as they are. */
    @SuppressWarnings("ReferenceEquality") // An unchanged configuration is the same object, and slow to compare.
    private Table of(History next) {
        Row[] all = Arrays.copyOf(rows, next.size());
        for (int number : next.changedSince(history)) {
            TrialRecord trial = next.trial(number);
            Row known = number < rows.length ? rows[number] : null;
            all[number] = known != null && known.trial().configuration() == trial.configuration()
                    ? row(trial, known.point(), next)
                    : row(trial, encoding.encode(trial.configuration()), next);
        }
        return new Table(encoding, aim, next, all);
    }

    private Row row(TrialRecord trial, double[] point, History in) {
        double value = trial.value()
                .orElseGet(
                        () -> aim.of().value(trial.progress(), aim.direction()).orElse(Double.NaN));
        // The trial that goes on with it says all that it does.
        Row.Kind kind = in.isContinued(trial.number()) ? Row.Kind.SILENT : kind(trial, point);
        return new Row(trial, point, kind, aim.direction() == Direction.MINIMIZE ? value : -value);
    }

    private Row.Kind kind(TrialRecord trial, double[] point) {
        return switch (trial.state()) {
            case COMPLETE -> Row.Kind.COMPLETE;
            case PRUNED -> isBroken(trial) ? Row.Kind.FAILED : Row.Kind.PRUNED;
            case FAILED -> trial.isSilent() ? Row.Kind.SILENT : Row.Kind.FAILED;
            case RUNNING -> isWhole(trial, point) ? Row.Kind.PENDING : Row.Kind.SILENT;
            case WAITING -> Row.Kind.SILENT;
        };
    }

    /** A trial that was stopped since its values are not finite would have failed in the end. */
    private boolean isBroken(TrialRecord trial) {
        OptionalDouble value = aim.of().value(trial.progress(), aim.direction());
        return value.isPresent() && !Double.isFinite(value.getAsDouble());
    }

    /** Others choose the values of a trial that runs one after the other. */
    private boolean isWhole(TrialRecord trial, double[] point) {
        return trial.start().origin().source() != Origin.Source.OTHER || encoding.isProper(point);
    }

    /** Keeps the table that was asked for last, so that the next one encodes new trials only. Safe for use by several threads. */
    @API(status = Status.INTERNAL, since = "0.1")
    public static final class Cache {

        private final AtomicReference<@Nullable Table> last = new AtomicReference<>();

        /** Creates an empty cache. */
        public Cache() {}

        /** Returns the rows of a history. */
        public Table of(Encoding encoding, Aim aim, History history) {
            Table known = last.get();
            if (known == null || known.encoding != encoding || !known.aim.equals(aim)) {
                known = empty(encoding, aim);
            }
            Table table = known.of(history);
            last.set(table);
            return table;
        }
    }
}
